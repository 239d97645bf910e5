package dev.sommelier.judges.relevance;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.LabelScores;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The answers that stand for a scale's grades, such that none begins another one.
///
/// Grades of one digit are their own labels. Up to 26 other grades are asked as `A`, `B`, ... in the scale's order.
/// Longer scales (0..100) are asked as ten digits spread evenly over them.
///
/// @param scale the grades
/// @param labels the answers
/// @param values what each answer stands for
record GradeLabels(GradeScale scale, List<String> labels, List<Double> values) {
    private static final int LETTERS = 26;
    private static final int DIGITS = 10;

    static GradeLabels of(GradeScale scale) {
        var grades = scale.values();
        boolean digits = grades.stream().allMatch(value -> value >= 0 && value <= 9);
        if (!digits && grades.size() > LETTERS) {
            double low = grades.getFirst();
            double step = (grades.getLast() - low) / (DIGITS - 1);
            return new GradeLabels(
                    scale,
                    IntStream.range(0, DIGITS).mapToObj(Integer::toString).toList(),
                    IntStream.range(0, DIGITS).mapToObj(i -> low + i * step).toList());
        }
        return new GradeLabels(
                scale,
                IntStream.range(0, grades.size())
                        .mapToObj(i -> digits ? Integer.toString(grades.get(i)) : Character.toString((char) ('A' + i)))
                        .toList(),
                grades.stream().map(Integer::doubleValue).toList());
    }

    private boolean spread() {
        return labels.size() < scale.values().size();
    }

    /// How the grade is chosen, in words.
    String rule() {
        return spread() ? "grade nearest to the expectation over ten evenly spread answers" : "most probable grade";
    }

    /// The answers and their meaning, one a line, for a prompt.
    String text() {
        if (spread()) {
            return "0: the passage " + scale.grades().getFirst().meaning() + "\n9: the passage "
                    + scale.grades().getLast().meaning() + "\nThe digits between are steps between these.";
        }
        return IntStream.range(0, labels.size())
                .mapToObj(i ->
                        labels.get(i) + ": the passage " + scale.grades().get(i).meaning())
                .collect(Collectors.joining("\n"));
    }

    /// The expected grade.
    double expected(List<Double> probabilities) {
        return IntStream.range(0, probabilities.size())
                .mapToDouble(i -> probabilities.get(i) * values.get(i))
                .sum();
    }

    /// The label of a grade, or of the nearest one that has a label.
    String label(int grade) {
        int best = 0;
        for (int i = 1; i < values.size(); i++) {
            best = Math.abs(values.get(i) - grade) < Math.abs(values.get(best) - grade) ? i : best;
        }
        return labels.get(best);
    }

    /// The grade that probabilities of the labels lead to; its score is the expected grade.
    Judgment judgment(RelevancePair pair, List<Double> probabilities, String reply, Usage usage) {
        double expected = expected(probabilities);
        if (!Double.isFinite(expected)) {
            return Reading.failed(pair, "engine", "the model gave no grade a finite probability", usage);
        }
        int grade = spread() ? nearest(expected) : scale.values().get(mostProbable(probabilities));
        return new Judgment.Graded(
                pair.topic().id(),
                pair.document().id(),
                grade,
                spread() ? List.of() : probabilities,
                expected,
                reply,
                usage);
    }

    private int nearest(double expected) {
        return scale.values().stream()
                .reduce((best, grade) -> Math.abs(grade - expected) < Math.abs(best - expected) ? grade : best)
                .orElseThrow();
    }

    /// The position of the highest probability, the lowest of equals.
    static int mostProbable(List<Double> probabilities) {
        return IntStream.range(0, probabilities.size())
                .reduce((best, i) -> probabilities.get(i) > probabilities.get(best) ? i : best)
                .orElseThrow();
    }

    /// One judgement for each pair, from what was read of it.
    List<Judgment> judgments(List<RelevancePair> batch, List<Reading<LabelScores>> readings) {
        return Readings.judgments(
                batch, readings, (pair, scores) -> judgment(pair, scores.probabilities(), "", scores.usage()));
    }
}
