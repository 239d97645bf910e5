package dev.sommelier.io;

import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes that others see whole or not at all: a temporary file beside the target is filled, forced to the disk and
/// moved
/// into place. When anything fails the temporary file is removed and an earlier target stays as it was. Missing parent
/// folders are made.
public final class AtomicFiles {
    private AtomicFiles() {}

    /// Fills the file or folder that it is given.
    @FunctionalInterface
    public interface Writer {
        /// @param temporary an empty file or folder, to be filled
        void write(Path temporary) throws IOException;
    }

    /// Looks whether a target could be written, so that long work need not end in vain; writes nothing.
    ///
    /// @throws SommelierException if it is a folder, or its folder cannot be written or made
    public static void requireWritable(Path target) {
        if (Files.isDirectory(target)) {
            throw new SommelierException("cannot write " + target + ": it is a folder; name a file in it");
        }
        var folder = target.toAbsolutePath().getParent();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw Failures.writing(target, new FileAlreadyExistsException(String.valueOf(folder)));
        }
        if (!Files.isWritable(folder)) {
            throw Failures.writing(target, new AccessDeniedException(folder.toString()));
        }
    }

    /// Writes these bytes.
    ///
    /// @throws SommelierException if the target cannot be written: full disk, permissions, a path through a file
    public static void write(Path target, byte[] bytes) {
        write(target, temporary -> Files.write(temporary, bytes));
    }

    /// Writes this text as UTF-8.
    ///
    /// @throws SommelierException if the target cannot be written
    public static void write(Path target, String text) {
        write(target, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Writes what `writer` puts into the temporary file.
    ///
    /// @throws SommelierException if the target cannot be written
    public static void write(Path target, Writer writer) {
        write(target, writer, true);
    }

    /// The same, unless the target is there by then: somebody else's stays.
    ///
    /// @return whether it was written
    /// @throws SommelierException if the target cannot be written
    public static boolean writeNew(Path target, Writer writer) {
        return write(target, writer, false);
    }

    private static boolean write(Path target, Writer writer, boolean replaces) {
        try (var scratch = Scratch.fileBeside(target)) {
            writer.write(scratch.path());
            if (!replaces && Files.exists(target)) {
                return false;
            }
            moveIntoPlace(scratch.path(), target);
            return true;
        } catch (IOException e) {
            throw Failures.writing(target, e);
        }
    }

    /// Writes a whole folder, replacing an earlier one.
    ///
    /// @throws SommelierException if the target cannot be written
    public static void writeFolder(Path target, Writer writer) {
        try (var scratch = Scratch.folderBeside(target);
                var replaced = Scratch.folderBeside(target)) {
            var fresh = Files.createDirectory(scratch.path().resolve("new"));
            writer.write(fresh);
            try (var files = Files.list(fresh)) {
                for (var file : files.toList()) {
                    force(file);
                }
            }
            replace(target, fresh, replaced.path().resolve("old"));
        } catch (IOException e) {
            throw Failures.writing(target, e);
        }
    }

    private static void replace(Path target, Path fresh, Path old) throws IOException {
        var hadOne = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
        if (hadOne) {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (hadOne) {
                Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
    }

    /// Forces a complete file to the disk and gives it its name.
    static void moveIntoPlace(Path complete, Path target) throws IOException {
        force(complete);
        Files.move(complete, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
