package dev.sommelier.datasets.trec;

import dev.sommelier.core.TopicRun;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Reads large runs without anything unusual topic by topic, in two halves at once, so that the file is never held
/// whole: most of the time of the usual way goes into memory.
///
/// At the first thing that is unusual it gives up, and whoever reads the file the usual way finds out what it is.
final class RunStream {
    private static final int LARGE = 1 << 20;
    private static final int WINDOW = 1 << 18;

    private RunStream() {}

    static Optional<StreamedRun> read(Path file, Supplier<Consumer<TopicRun>> takers) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < LARGE) {
                return Optional.empty();
            }
            long middle = middle(channel, size);
            var early = new RunStreamPart(channel, 0, middle, takers.get());
            var late = new RunStreamPart(channel, middle, size, takers.get());
            var second = TrecLines.started(late::read);
            boolean plain = early.read();
            plain &= TrecLines.result(second);
            return plain && agree(early, late)
                    ? Optional.of(new StreamedRun(early.name(), early.firstTopic()))
                    : Optional.empty();
        } catch (IOException e) {
            // The usual way meets it again and says it.
            return Optional.empty();
        }
    }

    private static boolean agree(RunStreamPart early, RunStreamPart late) {
        return late.topics().isEmpty()
                || (early.name().equals(late.name()) && Collections.disjoint(early.topics(), late.topics()));
    }

    /// Where the first topic after the middle begins; the end if that is not near.
    private static long middle(FileChannel channel, long size) throws IOException {
        var bytes = new byte[WINDOW];
        long from = size / 2;
        int length = channel.read(ByteBuffer.wrap(bytes), from);
        int line = nextLine(bytes, 0, length);
        while (line < length) {
            int next = nextLine(bytes, line, length);
            if (next < length && !sameFirstField(bytes, line, next, length)) {
                return from + next;
            }
            line = next;
        }
        return size;
    }

    private static int nextLine(byte[] bytes, int from, int length) {
        int at = from;
        while (at < length && bytes[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    /// The window's end counts as the same, which leaves the topic whole.
    private static boolean sameFirstField(byte[] bytes, int first, int second, int length) {
        int i = 0;
        while (second + i < length && bytes[first + i] == bytes[second + i]) {
            if (bytes[first + i] == ' ' || bytes[first + i] == '\t') {
                return true;
            }
            i++;
        }
        return second + i >= length;
    }
}
