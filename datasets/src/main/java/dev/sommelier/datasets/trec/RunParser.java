package dev.sommelier.datasets.trec;

import dev.sommelier.core.Run;
import dev.sommelier.core.TopicRun;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;

/// Lines of `topic Q0 document rank score name`.
final class RunParser {
    private static final int TOPIC = 0;
    private static final int DOCUMENT = 2;
    private static final int SCORE = 4;
    private static final int NAME = 5;

    private RunParser() {}

    static Loaded<Run> parse(TrecText text) {
        var lines = new TrecLines(text);
        var early = new Part(text);
        var late = new Part(text);
        var parts = lines.read(early, late, (part, unusual) -> (first, second) -> {
            throw text.failure(
                    part.starts[second],
                    "a document may be retrieved once in a topic, got "
                            + text.shown(part.starts[second], part.ends[second]) + " again after line "
                            + text.line(part.starts[first]) + "; remove one of the two lines");
        });
        var topics = new ArrayList<TopicRun>();
        for (var part : parts) {
            for (int topic = 0; topic < part.topics.size(); topic++) {
                var scores = Arrays.copyOfRange(part.values, part.first(topic), part.end(topic));
                topics.add(new TopicRun(part.topics.get(topic), part.documents(topic), scores));
            }
        }
        if (topics.isEmpty()) {
            throw text.failure(0, "expected at least one retrieved document, got none; check that this is the run");
        }
        lines.oddities().add(early.unusual);
        lines.oddities().add(late.unusual);
        var last = late.nameEnd > 0 ? late : early;
        if (late.nameEnd > 0 && !early.name().equals(late.firstName)) {
            lines.oddities().add(Oddity.SEVERAL_NAMES, late.firstNameAt);
        }
        return new Loaded<>(new Run(last.name(), topics), lines.oddities().warnings(text));
    }

    /// One thread's lines, with the run name met last.
    private static final class Part implements TrecLines.LineReader {
        private final TrecText text;
        private final Oddities unusual = new Oddities();
        private String firstName = "";
        private int firstNameAt;
        private int nameStart;
        private int nameEnd;

        Part(TrecText text) {
            this.text = text;
        }

        @Override
        public void line(Fields fields, int count, Rows rows) {
            if (count < 6) {
                throw text.failure(
                        fields.start(0),
                        "a run's line has 6 fields (topic Q0 document rank score name), got " + count
                                + (count == 4
                                        ? "; this looks like qrels: give the qrels first and the runs after it"
                                        : "; correct the line"));
            }
            if (count > 6) {
                unusual.add(Oddity.EXTRA_FIELDS, fields.start(0));
            }
            double score = Decimals.parse(text.bytes(), fields.start(SCORE), fields.end(SCORE));
            if (!Double.isFinite(score)) {
                throw text.failure(
                        fields.start(SCORE),
                        "a score must be a finite decimal number, got "
                                + text.shown(fields.start(SCORE), fields.end(SCORE)) + "; correct the line");
            }
            rows.add(fields, TOPIC, DOCUMENT, score);
            name(fields);
        }

        private void name(Fields fields) {
            if (nameEnd == 0) {
                nameStart = fields.start(NAME);
                nameEnd = fields.end(NAME);
                firstName = name();
                firstNameAt = nameStart;
            } else if (!fields.same(NAME, nameStart, nameEnd)) {
                unusual.add(Oddity.SEVERAL_NAMES, fields.start(NAME));
                nameStart = fields.start(NAME);
                nameEnd = fields.end(NAME);
            }
        }

        private String name() {
            return new String(text.bytes(), nameStart, nameEnd - nameStart, StandardCharsets.UTF_8);
        }
    }
}
