package dev.sommelier.datasets.trec;

import dev.sommelier.core.IdList;
import dev.sommelier.core.Qrels;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TopicJudgments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// Lines of `topic iteration document grade`.
final class QrelsParser {
    private static final int TOPIC = 0;
    private static final int DOCUMENT = 2;
    private static final int GRADE = 3;

    private final TrecText text;

    private QrelsParser(TrecText text) {
        this.text = text;
    }

    static Loaded<Qrels> parse(TrecText text) {
        var parser = new QrelsParser(text);
        var lines = new TrecLines(text);
        var repeated = new HashSet<Integer>();
        var parts = lines.read(parser::line, parser::line, (part, unusual) -> (first, second) -> {
            if (part.values[first] != part.values[second]) {
                throw parser.disagreement(part, first, second);
            }
            unusual.add(Oddity.REPEATED_JUDGEMENT, part.starts[second]);
            synchronized (repeated) {
                repeated.add(part.starts[second]);
            }
        });
        var topics = new ArrayList<TopicJudgments>();
        for (var part : parts) {
            for (int topic = 0; topic < part.topics.size(); topic++) {
                topics.add(parser.judgments(part, topic, repeated));
            }
        }
        if (topics.isEmpty()) {
            throw text.failure(0, "expected at least one judgement, got none; check that this is the qrels file");
        }
        return new Loaded<>(new Qrels(topics), lines.oddities().warnings(text));
    }

    private SommelierException disagreement(Grouped part, int first, int second) {
        return text.failure(
                part.starts[second],
                "a document must have one grade in a topic, got " + (long) part.values[second] + " for "
                        + text.shown(part.starts[second], part.ends[second]) + " after " + (long) part.values[first]
                        + " in line " + text.line(part.starts[first]) + "; remove one of the two lines");
    }

    private void line(Fields fields, int count, Rows rows) {
        if (count != 4) {
            throw text.failure(
                    fields.start(0),
                    "a judgement has 4 fields (topic iteration document grade), got " + count
                            + (count == 6
                                    ? "; this looks like a run: give the qrels first and the runs after it"
                                    : "; correct the line"));
        }
        long grade = Decimals.parseInt(text.bytes(), fields.start(GRADE), fields.end(GRADE));
        if (grade == Long.MIN_VALUE) {
            throw text.failure(
                    fields.start(GRADE),
                    "a grade must be a whole number of at most 32 bits, got "
                            + text.shown(fields.start(GRADE), fields.end(GRADE)) + "; correct the line");
        }
        rows.add(fields, TOPIC, DOCUMENT, (double) grade);
    }

    private TopicJudgments judgments(Grouped grouped, int topic, Set<Integer> repeated) {
        int first = grouped.first(topic);
        int end = grouped.end(topic);
        var rows = new int[end - first];
        int size = 0;
        for (int row = first; row < end; row++) {
            if (repeated.isEmpty() || !repeated.contains(grouped.starts[row])) {
                rows[size++] = row;
            }
        }
        var grades = new int[size];
        for (int i = 0; i < size; i++) {
            grades[i] = (int) grouped.values[rows[i]];
        }
        if (size == rows.length) {
            return new TopicJudgments(grouped.topics.get(topic), grouped.documents(topic), grades);
        }
        var kept = Arrays.copyOf(rows, size);
        var documents = IdList.slices(
                text.bytes(),
                Arrays.stream(kept).map(row -> grouped.starts[row]).toArray(),
                Arrays.stream(kept).map(row -> grouped.ends[row]).toArray());
        return new TopicJudgments(grouped.topics.get(topic), documents, grades);
    }
}
