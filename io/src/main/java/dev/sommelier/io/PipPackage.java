package dev.sommelier.io;

import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A package of pip's client, which carries files that we need; nothing of it is installed or run.
///
/// ```java
/// new PipPackage("recbole", "1.2.1")
///         .member("recbole/dataset_example/ml-100k/ml-100k.item", target, Optional.empty(), Progress.silent());
/// ```
///
/// @param name the name of the package, such as `recbole`
/// @param version the exact version, such as `1.2.1`
/// @param python the command that has pip as a module; `python3` unless told otherwise
public record PipPackage(String name, String version, String python) {
    private static final long MAX_BYTES_UNSTATED = 1L << 30;

    /// One file to take out of the wheel.
    ///
    /// @param path its exact name inside the wheel
    /// @param target where it goes
    /// @param checksum what its bytes must be
    public record Member(String path, Path target, Optional<Checksum> checksum) {}

    public PipPackage {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*") || !version.matches("[0-9][A-Za-z0-9.!+_-]*")) {
            throw new IllegalArgumentException(
                    "a package needs a plain name and an exact version, got \"" + name + "\" and \"" + version + "\"");
        }
    }

    /// A package of the `python3` on the path.
    public PipPackage(String name, String version) {
        this(name, version, "python3");
    }

    /// Fetches the wheel and takes one file out of it; a target that already has the checksum is left alone.
    ///
    /// @return the target, whole and checked
    /// @throws SommelierException if Python or pip is missing, pip fails, or the file is absent or not as stated
    public Path member(String pathInWheel, Path target, Optional<Checksum> checksum, Progress progress) {
        members(List.of(new Member(pathInWheel, target, checksum)), progress);
        return target;
    }

    /// The same for several files of one wheel, fetched once.
    ///
    /// @throws SommelierException as [#member]
    public void members(List<Member> members, Progress progress) {
        var missing = members.stream()
                .filter(member ->
                        member.checksum.map(sum -> !sum.matches(member.target)).orElse(true))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        var first = missing.getFirst().target;
        try (var scratch = Scratch.folderBeside(first)) {
            var wheel = new PipRun(this, scratch.path()).wheel(progress);
            missing.forEach(member -> take(wheel, member));
        } catch (IOException e) {
            throw Failures.writing(first, e);
        }
    }

    private void take(Path wheel, Member member) {
        long limit =
                member.checksum.map(Checksum::size).filter(size -> size >= 0).orElse(MAX_BYTES_UNSTATED);
        AtomicFiles.write(member.target, temporary -> {
            SafeZip.copy(wheel, member.path, temporary, limit);
            var violation = member.checksum.flatMap(sum -> sum.violation(temporary));
            if (violation.isPresent()) {
                throw new SommelierException(requirement() + ", file " + member.path + ": " + violation.get()
                        + "; the file was deleted, use another source");
            }
        });
    }

    /// The package as pip's client is asked for it, such as `recbole==1.2.1`.
    public String requirement() {
        return name + "==" + version;
    }
}
