package dev.sommelier.datasets.trec;

import dev.sommelier.core.IdList;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TopicRun;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/// A stretch of a run's file that starts and ends with topics, read through a buffer that holds at least one topic.
final class RunStreamPart {
    private static final int TOPIC = 0;
    private static final int DOCUMENT = 2;
    private static final int SCORE = 4;
    private static final int NAME = 5;
    private static final int FIELDS = 6;
    /// Fits into a processor's cache, so that what was read is parsed and evaluated there.
    private static final int BUFFER = 1 << 19;
    private static final int LARGEST = 1 << 28;

    private final FileChannel channel;
    private final long to;
    private final Consumer<TopicRun> taker;
    private final Oddities oddities = new Oddities();
    private final Repetitions repetitions = new Repetitions();
    private final Set<String> topics = new LinkedHashSet<>();
    private long at;
    private byte[] buffer = new byte[BUFFER];
    private byte[] name = {};
    private int[] starts = new int[1024];
    private int[] ends = new int[1024];
    private int[] hashes = new int[1024];
    private double[] scores = new double[1024];
    private int size;
    private int topicStart;
    private int topicEnd;
    private boolean plain = true;

    RunStreamPart(FileChannel channel, long from, long to, Consumer<TopicRun> taker) {
        this.channel = channel;
        this.at = from;
        this.to = to;
        this.taker = taker;
    }

    /// The topics handed over, in the order of the file.
    Set<String> topics() {
        return topics;
    }

    String firstTopic() {
        return topics.iterator().next();
    }

    String name() {
        return new String(name, StandardCharsets.UTF_8);
    }

    /// Hands all topics over.
    ///
    /// @return whether everything was as usual
    boolean read() throws IOException {
        int held = 0;
        while (plain) {
            held = fill(held);
            boolean end = at == to;
            int usable = end ? held : afterLastLine(held);
            int rest = hand(usable, end);
            if (end) {
                return plain;
            }
            if (rest > 0) {
                System.arraycopy(buffer, rest, buffer, 0, held - rest);
                held -= rest;
            } else if (buffer.length < LARGEST) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            } else {
                plain = false;
            }
        }
        return false;
    }

    private int fill(int held) throws IOException {
        int size = held;
        while (size < buffer.length && at < to) {
            int wanted = (int) Math.min(buffer.length - size, to - at);
            int read = channel.read(ByteBuffer.wrap(buffer, size, wanted), at);
            if (read < 0) {
                throw new IOException("the file became shorter");
            }
            size += read;
            at += read;
        }
        return size;
    }

    private int afterLastLine(int held) {
        int end = held;
        while (end > 0 && buffer[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /// Hands the topics of the buffer over; the last one only at the end of the part, for it may go on.
    ///
    /// @return where what was not handed over starts
    private int hand(int usable, boolean end) {
        size = 0;
        try {
            var fields = new Fields(TrecText.of(Path.of("part"), buffer, usable), oddities, 0);
            for (int count = fields.nextLine(usable); count > 0 && plain; count = fields.nextLine(usable)) {
                line(fields, count);
            }
        } catch (SommelierException e) {
            // It speaks of a place in the buffer; the usual way speaks of the file's.
            plain = false;
        }
        plain &= oddities.none();
        if (end && size > 0 && plain) {
            topic();
            size = 0;
        }
        return size > 0 ? topicStart : usable;
    }

    private void line(Fields fields, int count) {
        if (count != FIELDS) {
            plain = false;
            return;
        }
        if (size > 0 && !fields.same(TOPIC, topicStart, topicEnd)) {
            topic();
            size = 0;
        }
        if (size == 0) {
            topicStart = fields.start(TOPIC);
            topicEnd = fields.end(TOPIC);
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
            scores = Arrays.copyOf(scores, 2 * size);
        }
        starts[size] = fields.start(DOCUMENT);
        ends[size] = fields.end(DOCUMENT);
        hashes[size] = IdList.hash(buffer, starts[size], ends[size]);
        scores[size] = Decimals.parse(buffer, fields.start(SCORE), fields.end(SCORE));
        plain &= Double.isFinite(scores[size]) && named(fields.start(NAME), fields.end(NAME));
        size++;
    }

    private boolean named(int start, int end) {
        if (name.length == 0) {
            name = Arrays.copyOfRange(buffer, start, end);
        }
        if (end - start != name.length) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (buffer[start + i] != name[i]) {
                return false;
            }
        }
        return true;
    }

    private void topic() {
        var topic = new String(buffer, topicStart, topicEnd - topicStart, StandardCharsets.UTF_8);
        var documents = IdList.slices(buffer, starts, ends, hashes).slice(0, size);
        plain &= topic.indexOf('\uFFFD') < 0 && topic.indexOf('\uFEFF') < 0 && topics.add(topic) && oddities.none();
        if (plain) {
            repetitions.find(documents, hashes, 0, size, (first, second) -> plain = false);
        }
        if (plain) {
            taker.accept(new TopicRun(topic, documents, Arrays.copyOf(scores, size)));
        }
    }
}
