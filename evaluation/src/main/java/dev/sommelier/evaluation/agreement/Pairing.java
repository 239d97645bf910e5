package dev.sommelier.evaluation.agreement;

import dev.sommelier.core.Qrels;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TopicJudgments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Pairs one judge's labels with a human's and applies the policy.
final class Pairing {
    private final Qrels human;
    private final LabelSet labels;
    private final GradeScale scale;
    private final PairPolicy policy;
    private final Map<String, Map<String, String>> failures = new HashMap<>();
    private final Map<String, Integer> causes = new LinkedHashMap<>();

    private int at;
    private int compared;
    private int outOfRange;
    private int humanOutOfRange;
    private int missing;
    private int failed;
    private int extra;

    Pairing(Qrels human, LabelSet labels, GradeScale scale, PairPolicy policy) {
        this.human = human;
        this.labels = labels;
        this.scale = scale;
        this.policy = policy;
        for (var failure : labels.failed()) {
            failures.computeIfAbsent(failure.topic(), topic -> new HashMap<>())
                    .put(failure.document(), failure.cause());
        }
    }

    LabelPairs pairs() {
        int size = Math.toIntExact(human.size());
        var topics = new ArrayList<String>();
        var documents = new ArrayList<String>(size);
        var topicOf = new int[size];
        var humanGrades = new int[size];
        var grades = new int[size];
        var counts = new boolean[size];
        for (var judged : human.topics()) {
            var given = labels.labels().topic(judged.topic());
            var index = given.map(Pairing::index).orElse(Map.of());
            var broken = failures.getOrDefault(judged.topic(), Map.of());
            int found = 0;
            int foundBroken = 0;
            for (int i = 0; i < judged.size(); i++, at++) {
                var document = judged.documents().get(i);
                var grade = index.get(document);
                var cause = broken.get(document);
                found += grade == null ? 0 : 1;
                foundBroken += cause == null ? 0 : 1;
                topicOf[at] = topics.size();
                documents.add(document);
                counts[at] = humanGrade(judged.grade(i), humanGrades);
                if (grade != null) {
                    counts[at] &= label(grade, grades);
                } else {
                    if (cause == null) {
                        missing++;
                    } else {
                        failed++;
                        causes.merge(cause, 1, Integer::sum);
                    }
                    grades[at] = scale.clip(0);
                    counts[at] &= policy.missing() == PairPolicy.Missing.ZERO;
                }
                compared += counts[at] ? 1 : 0;
            }
            extra += index.size() - found + broken.size() - foundBroken;
            topics.add(judged.topic());
        }
        extra += labelsOfOtherTopics(new HashSet<>(topics));
        var all = new PairCounts(size, compared, outOfRange, humanOutOfRange, missing, failed, causes, extra);
        check(all);
        return new LabelPairs(labels.name(), scale, topics, topicOf, documents, humanGrades, grades, counts, all);
    }

    private boolean humanGrade(int grade, int[] grades) {
        grades[at] = scale.clip(grade);
        if (scale.contains(grade)) {
            return true;
        }
        humanOutOfRange++;
        return policy.outOfRange() == PairPolicy.OutOfRange.CLIP;
    }

    private boolean label(int grade, int[] grades) {
        grades[at] = scale.clip(grade);
        if (scale.contains(grade)) {
            return true;
        }
        outOfRange++;
        return policy.outOfRange() == PairPolicy.OutOfRange.CLIP;
    }

    private static Map<String, Integer> index(TopicJudgments judgments) {
        var index = HashMap.<String, Integer>newHashMap(judgments.size());
        for (int i = 0; i < judgments.size(); i++) {
            index.put(judgments.documents().get(i), judgments.grade(i));
        }
        return index;
    }

    private int labelsOfOtherTopics(Set<String> known) {
        int others = 0;
        for (var topic : labels.labels().topics()) {
            others += known.contains(topic.topic()) ? 0 : topic.size();
        }
        for (var failure : labels.failed()) {
            others += known.contains(failure.topic()) ? 0 : 1;
        }
        return others;
    }

    private void check(PairCounts counts) {
        var complaints = new ArrayList<String>();
        if (policy.outOfRange() == PairPolicy.OutOfRange.FAIL) {
            complain(complaints, counts.outOfRange(), "label", "outside " + scale.low() + " to " + scale.high());
            complain(
                    complaints,
                    counts.humanOutOfRange(),
                    "human grade",
                    "outside " + scale.low() + " to " + scale.high());
        }
        boolean range = !complaints.isEmpty();
        if (policy.missing() == PairPolicy.Missing.FAIL) {
            complain(complaints, counts.missing(), "pair", "without a label");
            complain(complaints, counts.failed(), "pair", "whose label failed");
        }
        if (!complaints.isEmpty()) {
            var next = new ArrayList<String>();
            if (range) {
                next.add("--out-of-range clip or drop");
            }
            if (counts.missing() + counts.failed() > 0 && policy.missing() == PairPolicy.Missing.FAIL) {
                next.add("--missing drop or zero");
            }
            throw new SommelierException(labels.name() + ": " + String.join(", ", complaints) + " of " + counts.human()
                    + " human-judged pairs; choose a policy: " + String.join(", ", next) + ".");
        }
        if (counts.compared() == 0) {
            throw new SommelierException(labels.name() + ": none of the " + counts.human()
                    + " human-judged pairs can be compared; check that topics and documents have the same"
                    + " identifiers in both files.");
        }
    }

    private static void complain(List<String> complaints, int count, String what, String how) {
        if (count > 0) {
            complaints.add(count + " " + what + (count == 1 ? " " : "s ") + how);
        }
    }
}
