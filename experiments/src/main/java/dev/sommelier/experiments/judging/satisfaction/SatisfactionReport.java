package dev.sommelier.experiments.judging.satisfaction;

import dev.sommelier.evaluation.Interval;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How far a judge's satisfaction agrees with people's, beside a control, all over the same turns.
///
/// @param dialogues that were read
/// @param silent how many of them have no rated turn
/// @param turns that were asked
/// @param compared those that the judge answered, which every figure is over
/// @param failures how many turns failed, by cause
/// @param rows the judge, the judge stretched to people's scale, and the control
/// @param scores how often each score from 1 to 5 was given, rounded
public record SatisfactionReport(
        int dialogues,
        int silent,
        int turns,
        int compared,
        Map<String, Integer> failures,
        List<Row> rows,
        List<Score> scores) {
    public SatisfactionReport {
        failures = Collections.unmodifiableMap(new TreeMap<>(failures));
        rows = List.copyOf(rows);
        scores = List.copyOf(scores);
    }

    /// One judge. Intervals are over dialogues; empty where undefined.
    ///
    /// @param spearman of the expected score with the mean of the annotators
    /// @param kappa Cohen's, of both rounded to 1 to 5, with quadratic weights
    /// @param mae the mean absolute difference of expected score and mean
    /// @param auc how often a dissatisfied turn (below 3) is put below one that is not
    public record Row(
            String name,
            Optional<Interval> spearman,
            Optional<Interval> kappa,
            Optional<Interval> mae,
            Optional<Interval> auc) {}

    /// One score and how often people and judge gave it.
    public record Score(int score, int people, int judge) {}
}
