package dev.sommelier.datasets.trec;

import dev.sommelier.core.IdList;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

/// Lines as columns: document, number, and stretches of lines with one topic.
final class Rows {
    /// Lines from `first` to before `end` that have one topic.
    record Stretch(int topicStart, int topicEnd, int first, int end) {}

    private final TrecText source;
    private final byte[] text;
    private final List<Stretch> closed = new ArrayList<>();
    private int[] starts;
    private int[] ends;
    private int[] hashes;
    private double[] values;
    private int size;
    private int topicStart = -1;
    private int topicEnd = -1;
    private int topicFirst;

    Rows(TrecText source, int expected) {
        this.source = source;
        this.text = source.bytes();
        this.starts = new int[expected];
        this.ends = new int[expected];
        this.hashes = new int[expected];
        this.values = new double[expected];
    }

    void add(Fields fields, int topic, int document, double value) {
        if (topicStart < 0 || !fields.same(topic, topicStart, topicEnd)) {
            close();
            topicStart = fields.start(topic);
            topicEnd = fields.end(topic);
            topicFirst = size;
        }
        if (size == starts.length) {
            grow(size + (size >> 1) + 16);
        }
        starts[size] = fields.start(document);
        ends[size] = fields.end(document);
        hashes[size] = IdList.hash(text, starts[size], ends[size]);
        values[size++] = value;
    }

    private void grow(int capacity) {
        starts = Arrays.copyOf(starts, capacity);
        ends = Arrays.copyOf(ends, capacity);
        hashes = Arrays.copyOf(hashes, capacity);
        values = Arrays.copyOf(values, capacity);
    }

    private void close() {
        if (size > topicFirst) {
            closed.add(new Stretch(topicStart, topicEnd, topicFirst, size));
        }
    }

    /// Whether the others have a topic of these.
    boolean sharesTopicWith(Rows others) {
        close();
        topicFirst = size;
        others.close();
        others.topicFirst = others.size;
        var topics = new HashSet<String>();
        closed.forEach(stretch -> topics.add(name(stretch)));
        return others.closed.stream().anyMatch(stretch -> topics.contains(name(stretch)));
    }

    /// These lines and then the others, which come from the same text.
    Rows followedBy(Rows others) {
        close();
        others.close();
        int shift = size;
        size += others.size;
        grow(size);
        System.arraycopy(others.starts, 0, starts, shift, others.size);
        System.arraycopy(others.ends, 0, ends, shift, others.size);
        System.arraycopy(others.hashes, 0, hashes, shift, others.size);
        System.arraycopy(others.values, 0, values, shift, others.size);
        for (var stretch : others.closed) {
            closed.add(new Stretch(
                    stretch.topicStart(), stretch.topicEnd(), stretch.first() + shift, stretch.end() + shift));
        }
        topicFirst = size;
        return this;
    }

    /// The lines topic by topic, in the order of each topic's first line; what came back later is counted.
    Grouped grouped(Oddities oddities) {
        close();
        topicFirst = size;
        var byTopic = new LinkedHashMap<String, List<Stretch>>();
        boolean inOrder = true;
        String last = "";
        for (var stretch : closed) {
            var topic = name(stretch);
            var known = byTopic.computeIfAbsent(topic, each -> new ArrayList<>());
            if (!known.isEmpty() && !topic.equals(last)) {
                oddities.add(Oddity.INTERLEAVED_TOPIC, stretch.topicStart());
            }
            inOrder &= known.isEmpty() || topic.equals(last);
            known.add(stretch);
            last = topic;
        }
        if (!inOrder) {
            reorder(byTopic.values());
        }
        var topics = new ArrayList<String>();
        var bounds = new int[byTopic.size() + 1];
        for (var stretches : byTopic.values()) {
            topics.add(name(stretches.getFirst()));
            bounds[topics.size()] = bounds[topics.size() - 1]
                    + stretches.stream().mapToInt(s -> s.end() - s.first()).sum();
        }
        return new Grouped(text, topics, bounds, starts, ends, hashes, values);
    }

    /// Topics are met as texts, so two of them must never look the same.
    private String name(Stretch stretch) {
        int length = stretch.topicEnd() - stretch.topicStart();
        var topic = new String(text, stretch.topicStart(), length, StandardCharsets.UTF_8);
        if (topic.indexOf('\uFFFD') >= 0) {
            throw source.failure(
                    stretch.topicStart(),
                    "a topic's name must be UTF-8, got " + source.shown(stretch.topicStart(), stretch.topicEnd())
                            + "; convert the file, for example: iconv -f latin1 -t utf-8");
        }
        return topic;
    }

    private void reorder(Iterable<List<Stretch>> topics) {
        var newStarts = new int[size];
        var newEnds = new int[size];
        var newHashes = new int[size];
        var newValues = new double[size];
        int to = 0;
        for (var stretches : topics) {
            for (var stretch : stretches) {
                int count = stretch.end() - stretch.first();
                System.arraycopy(starts, stretch.first(), newStarts, to, count);
                System.arraycopy(ends, stretch.first(), newEnds, to, count);
                System.arraycopy(hashes, stretch.first(), newHashes, to, count);
                System.arraycopy(values, stretch.first(), newValues, to, count);
                to += count;
            }
        }
        starts = newStarts;
        ends = newEnds;
        hashes = newHashes;
        values = newValues;
    }
}
