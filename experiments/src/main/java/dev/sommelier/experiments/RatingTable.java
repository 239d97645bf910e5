package dev.sommelier.experiments;

import dev.sommelier.evaluation.Interval;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rating predictors beside each other, over the same pairs.
///
/// @param title what the table shows
/// @param pairs the test pairs that were asked
/// @param compared the pairs behind every figure: those that every contender with a figure answered
/// @param validationPairs the pairs that the stacks were fitted on; 0 without a stack
/// @param liked a rating from here on counts as liked, for the AUC
/// @param rows one for each contender, in the order they were given, the stacks last
public record RatingTable(String title, int pairs, int compared, int validationPairs, double liked, List<Row> rows) {
    public RatingTable {
        rows = List.copyOf(rows);
    }

    /// One contender. Predictions are clipped to the rating scale.
    ///
    /// @param name the contender
    /// @param kind the part it plays
    /// @param parameters what it was made with
    /// @param rmse root mean squared error; empty if every pair failed
    /// @param mae mean absolute error; empty if every pair failed
    /// @param auc the chance that a liked pair is predicted above another, ties half; empty also if all or no compared
    ///     pairs are liked
    /// @param failed the test pairs without a prediction
    /// @param failures how many failed, by cause
    /// @param cost what the test predictions cost; an answer is a pair
    public record Row(
            String name,
            ContenderKind kind,
            String parameters,
            Optional<Interval> rmse,
            Optional<Interval> mae,
            Optional<Interval> auc,
            int failed,
            Map<String, Integer> failures,
            Cost cost) {
        public Row {
            failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
        }
    }
}
