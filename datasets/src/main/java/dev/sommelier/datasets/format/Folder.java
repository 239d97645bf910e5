package dev.sommelier.datasets.format;

import dev.sommelier.core.SommelierException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// The files under a folder, in the order of their paths.
///
/// @param root the folder as the caller named it
/// @param files all regular files, up to four folders deep
record Folder(Path root, List<Path> files) {
    private static final int DEPTH = 4;
    private static final int SHOWN = 8;

    Folder {
        files = List.copyOf(files);
    }

    static Folder of(Path root) {
        if (!Files.isDirectory(root)) {
            throw new SommelierException(
                    root + ": there is no such folder; give the folder of the unpacked files, not an archive");
        }
        try (var walk = Files.walk(root, DEPTH)) {
            return new Folder(root, walk.filter(Files::isRegularFile).sorted().toList());
        } catch (IOException e) {
            throw new SommelierException(root + ": cannot be read (" + e.getMessage() + "); check its permissions", e);
        }
    }

    /// The file of this name, the first where several folders have one.
    Optional<Path> file(String name) {
        return files.stream().filter(file -> name(file).equals(name)).findFirst();
    }

    /// The file of this name, which must be there.
    Path required(String name) {
        return file(name)
                .orElseThrow(() -> new SommelierException(root + ": holds no " + name + ", got " + shown()
                        + "; check the folder, or name its format with --format"));
    }

    /// The files whose whole names match.
    List<Path> matching(String pattern) {
        var compiled = Pattern.compile(pattern);
        return files.stream()
                .filter(file -> compiled.matcher(name(file)).matches())
                .toList();
    }

    /// The names of the files, the first of them where there are many.
    String shown() {
        var names = files.stream().map(Folder::name).limit(SHOWN).toList();
        return names.isEmpty()
                ? "no file"
                : String.join(", ", names) + (files.size() > SHOWN ? " and " + (files.size() - SHOWN) + " more" : "");
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /// The first line of a text, also of one packed by gzip; empty where there is none.
    static String firstLine(Path file) {
        try (var in = Files.newInputStream(file);
                var text = new BufferedReader(new InputStreamReader(
                        name(file).endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.ISO_8859_1))) {
            return Optional.ofNullable(text.readLine()).orElse("");
        } catch (IOException e) {
            throw new SommelierException(file + ": cannot be read (" + e.getMessage() + "); check the file", e);
        }
    }
}
