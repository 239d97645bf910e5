package dev.sommelier.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// A temporary file or folder that goes away with its use: when closed, or when the process is interrupted in the
/// middle.
public final class Scratch implements AutoCloseable {
    private static final Set<Path> LIVE = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(Scratch::deleteAll));
    }

    private final Path path;

    private Scratch(Path path) {
        this.path = path;
        LIVE.add(path);
    }

    /// An empty file beside the target, on the same disk, so that it can be moved there in one step.
    ///
    /// @throws WriteFailure if it cannot be made
    public static Scratch fileBeside(Path target) {
        try {
            return new Scratch(Files.createFile(fresh(target, ".tmp")));
        } catch (IOException e) {
            throw Failures.writing(target, e);
        }
    }

    /// An empty folder beside the target.
    ///
    /// @throws WriteFailure if it cannot be made
    public static Scratch folderBeside(Path target) {
        try {
            return new Scratch(Files.createDirectory(fresh(target, "")));
        } catch (IOException e) {
            throw Failures.writing(target, e);
        }
    }

    /// Not by createTempFile: what is moved into place must have the permissions of any other file of this user.
    private static Path fresh(Path target, String suffix) throws IOException {
        return folderOf(target).resolve(prefix(target) + UUID.randomUUID() + suffix);
    }

    /// Where it is.
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        deleteQuietly(path);
        LIVE.remove(path);
    }

    /// The clients first: they would go on writing into what is being deleted.
    private static void deleteAll() {
        PipRun.stopAll();
        LIVE.forEach(Scratch::deleteQuietly);
    }

    private static Path folderOf(Path target) throws IOException {
        var folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("a file system root cannot be a target");
        }
        return Files.createDirectories(folder);
    }

    private static String prefix(Path target) {
        return "." + target.getFileName() + ".";
    }

    /// Clean-up must not hide the failure that led to it, so a file that cannot be deleted is left.
    private static void deleteQuietly(Path root) {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var paths = Files.walk(root)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            System.getLogger(Scratch.class.getName())
                    .log(System.Logger.Level.DEBUG, () -> "temporary file left: " + root, e);
        }
    }
}
