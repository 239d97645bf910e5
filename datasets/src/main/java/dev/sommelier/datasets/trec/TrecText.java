package dev.sommelier.datasets.trec;

import dev.sommelier.core.SommelierException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A file's bytes, unpacked, and how to speak of a place in them.
///
/// Lines are counted only when somebody asks, which spares the count for good files.
final class TrecText {
    private static final int LARGEST = Integer.MAX_VALUE - 16;
    /// A read goes through a native buffer of its own size.
    private static final int STEP = 1 << 20;
    private static final int SHOWN = 60;
    private static final int WORTH_A_THREAD = 8 << 20;

    private final Path file;
    private final byte[] bytes;
    private final int length;

    private TrecText(Path file, byte[] bytes, int length) {
        this.file = file;
        this.bytes = bytes;
        this.length = length;
    }

    static TrecText of(Path file, byte[] bytes) {
        return new TrecText(file, bytes, bytes.length);
    }

    static TrecText of(Path file, byte[] bytes, int length) {
        return new TrecText(file, bytes, length);
    }

    static TrecText read(Path file) {
        if (Files.isDirectory(file)) {
            throw new SommelierException(file + ": expected a file, got a folder; give the file in it");
        }
        try (var stream = Files.newInputStream(file)) {
            var magic = stream.readNBytes(2);
            if (magic.length == 0) {
                throw new SommelierException(file + ":1: expected at least one line, got an empty file; check the path"
                        + " or write the file anew");
            }
            long size = Files.size(file);
            if (magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b) {
                var packed = new SequenceInputStream(new ByteArrayInputStream(magic), stream);
                return all(file, new GZIPInputStream(packed, 1 << 16), new byte[0], size * 4);
            }
            return size >= WORTH_A_THREAD && size < LARGEST ? halves(file, (int) size) : all(file, stream, magic, size);
        } catch (NoSuchFileException e) {
            throw new SommelierException(file + ": there is no such file; check the path", e);
        } catch (EOFException e) {
            throw new SommelierException(
                    file + ": the gzip data must be whole, got an early end; copy or download the file again", e);
        } catch (ZipException e) {
            throw new SommelierException(
                    file + ": the gzip data must be sound, got \"" + e.getMessage()
                            + "\"; copy or download the file again",
                    e);
        } catch (IOException e) {
            throw new SommelierException(
                    "cannot read " + file + " (" + e.getClass().getSimpleName() + "); check the path", e);
        }
    }

    /// A large file, half by half at once: most of the time goes into pages that the memory has to hand out.
    private static TrecText halves(Path file, int size) throws IOException {
        var bytes = new byte[size];
        try (var channel = FileChannel.open(file)) {
            var second = new FutureTask<Boolean>(() -> fill(channel, bytes, size / 2, size));
            Thread.ofPlatform().daemon().name("trec-bytes").start(second);
            boolean whole = fill(channel, bytes, 0, size / 2);
            if (!whole || !second.get()) {
                throw new SommelierException(file
                        + ": the file became shorter while it was read; evaluate it again when" + " it is complete");
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a file was read");
        }
        return new TrecText(file, bytes, size);
    }

    private static boolean fill(FileChannel channel, byte[] bytes, int from, int to) throws IOException {
        for (int at = from; at < to; ) {
            int read = channel.read(ByteBuffer.wrap(bytes, at, Math.min(STEP, to - at)), at);
            if (read < 0) {
                return false;
            }
            at += read;
        }
        return true;
    }

    private static TrecText all(Path file, InputStream stream, byte[] first, long expected) throws IOException {
        var bytes = Arrays.copyOf(first, Math.clamp(expected + 1, 1 << 12, LARGEST));
        int length = first.length;
        while (true) {
            int read = stream.read(bytes, length, Math.min(STEP, bytes.length - length));
            if (read < 0) {
                return new TrecText(file, bytes, length);
            }
            length += read;
            if (length == bytes.length) {
                if (length == LARGEST) {
                    throw new SommelierException(file + ": the text must be under 2 GB, got more; split it by topic"
                            + " and evaluate the parts");
                }
                bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST, length * 2L));
            }
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /// The line, from 1, that holds a byte.
    long line(int offset) {
        long line = 1;
        for (int i = 0; i < offset; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    /// A slice as it can be shown: short, and without control characters.
    String shown(int start, int end) {
        var text = new String(bytes, start, Math.min(end - start, SHOWN), StandardCharsets.UTF_8);
        var clean = new StringBuilder();
        text.codePoints().forEach(c -> clean.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c));
        return '"' + clean.toString() + (end - start > SHOWN ? "..." : "") + '"';
    }

    /// A failure at a place: file and line before the rule, the received value and the next step.
    SommelierException failure(int offset, String ruleValueAndStep) {
        return new SommelierException(file + ":" + line(offset) + ": " + ruleValueAndStep);
    }
}
