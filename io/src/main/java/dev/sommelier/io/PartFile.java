package dev.sommelier.io;

import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/// The bytes of an unfinished download beside its target (`NAME.part`), locked against a second process, with a note
/// (`NAME.part.from`) of where they came from and of the version that the server had then.
final class PartFile implements AutoCloseable {
    private final Path target;
    private final Path path;
    private final Path note;
    private final URI source;
    private final FileChannel channel;
    private Optional<String> validator = Optional.empty();

    private PartFile(Path target, URI source, FileChannel channel) {
        this.target = target;
        this.path = partOf(target);
        this.note = noteOf(target);
        this.source = source;
        this.channel = channel;
    }

    /// Opens the rest of an earlier attempt, or an empty one.
    ///
    /// @param verified whether the whole file will be checked in the end, so that bytes of unknown version may be kept
    static PartFile open(Path target, URI source, boolean verified) {
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            var channel = FileChannel.open(partOf(target), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var part = new PartFile(target, source, lock(channel, target));
            part.recall(verified);
            return part;
        } catch (IOException e) {
            throw Failures.writing(target, e);
        }
    }

    private static FileChannel lock(FileChannel channel, Path target) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw busy(target, e);
        }
        channel.close();
        throw busy(target, new IOException("locked by another process"));
    }

    private static SommelierException busy(Path target, Exception cause) {
        return new SommelierException(
                target + " is being downloaded by another process; wait for it and run the same command again", cause);
    }

    private void recall(boolean verified) throws IOException {
        var lines = Files.isRegularFile(note) ? Files.readAllLines(note) : List.<String>of();
        var sameSource = !lines.isEmpty() && lines.getFirst().equals(origin());
        validator = sameSource && lines.size() > 1 && !lines.get(1).isBlank()
                ? Optional.of(lines.get(1))
                : Optional.empty();
        if (!sameSource || (validator.isEmpty() && !verified)) {
            channel.truncate(0);
        }
        channel.position(channel.size());
    }

    /// The address without query and user, which may hold credentials.
    private String origin() {
        return source.getHost() + source.getPath();
    }

    Path path() {
        return path;
    }

    /// The version of the file on the server (`ETag` or `Last-Modified`) that the bytes belong to.
    Optional<String> validator() {
        return validator;
    }

    long size() {
        try {
            return channel.size();
        } catch (IOException e) {
            throw Failures.reading(path, e);
        }
    }

    /// Throws the bytes away and starts with a new version.
    void restart(Optional<String> newValidator) {
        try {
            channel.truncate(0);
            validator = newValidator;
            Files.writeString(note, origin() + "\n" + newValidator.orElse("") + "\n");
        } catch (IOException e) {
            throw Failures.writing(target, e);
        }
    }

    void append(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw Failures.writing(target, e);
        }
    }

    /// Gives the complete file its name.
    void moveIntoPlace() {
        try {
            AtomicFiles.moveIntoPlace(path, target);
            Files.deleteIfExists(note);
        } catch (IOException e) {
            throw Failures.writing(target, e);
        }
    }

    /// Leaves nothing behind.
    void discard() {
        try {
            Files.deleteIfExists(path);
            Files.deleteIfExists(note);
        } catch (IOException e) {
            throw Failures.writing(target, e);
        }
    }

    /// Keeps the bytes for the next attempt; an empty part is removed.
    @Override
    public void close() {
        try (channel) {
            if (Files.exists(path) && channel.size() == 0) {
                discard();
            }
        } catch (IOException e) {
            throw Failures.writing(target, e);
        }
    }

    private static Path partOf(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    private static Path noteOf(Path target) {
        return target.resolveSibling(target.getFileName() + ".part.from");
    }
}
