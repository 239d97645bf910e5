package dev.sommelier.judges.relevance;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.LabelScores;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The answers that stand for a scale's grades, such that none begins another one.
///
/// Grades of one digit are their own labels. Scales with more (0..100) are asked as `A`, `B`, ... in the scale's order
/// when they have at most 26 grades.
///
/// @param scale the grades
/// @param labels one for each grade
record GradeLabels(GradeScale scale, List<String> labels) {
    private static final int LETTERS = 26;

    static GradeLabels of(GradeScale scale) {
        boolean digits = scale.values().stream().allMatch(value -> value >= 0 && value <= 9);
        if (!digits && scale.grades().size() > LETTERS) {
            throw new IllegalArgumentException("a scale that is asked for has grades of one digit or at most " + LETTERS
                    + " grades, " + scale.name() + " has " + scale.grades().size());
        }
        return new GradeLabels(
                scale,
                IntStream.range(0, scale.grades().size())
                        .mapToObj(i ->
                                digits ? Integer.toString(scale.values().get(i)) : Character.toString((char) ('A' + i)))
                        .toList());
    }

    /// The most probable grade, the lowest of equals; its score is the expected grade.
    Judgment judgment(RelevancePair pair, List<Double> probabilities, Usage usage) {
        double expected = 0;
        int best = 0;
        for (int i = 0; i < probabilities.size(); i++) {
            expected += probabilities.get(i) * scale.values().get(i);
            best = probabilities.get(i) > probabilities.get(best) ? i : best;
        }
        if (!Double.isFinite(expected)) {
            return Reading.failed(pair, "engine", "the model gave no grade a finite probability", usage);
        }
        return new Judgment.Graded(
                pair.topic().id(), pair.document().id(), scale.values().get(best), probabilities, expected, "", usage);
    }

    /// One judgement for each pair, from what was read of it.
    List<Judgment> judgments(List<RelevancePair> batch, List<Reading<LabelScores>> readings) {
        var judgments = new ArrayList<Judgment>();
        for (int i = 0; i < batch.size(); i++) {
            var pair = batch.get(i);
            judgments.add(
                    readings.get(i).judgment(pair, scores -> judgment(pair, scores.probabilities(), scores.usage())));
        }
        return judgments;
    }
}
