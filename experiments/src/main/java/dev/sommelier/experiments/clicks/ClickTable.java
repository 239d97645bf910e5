package dev.sommelier.experiments.clicks;

import dev.sommelier.core.Usage;
import dev.sommelier.evaluation.Interval;
import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.judges.calibration.Reliability;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Click predictors beside each other, over the same pairs.
///
/// @param pairs the test pairs that were asked
/// @param users how many users they are of
/// @param compared the pairs behind every figure: those that every contender with a figure answered
/// @param positive the share of compared pairs that are clicks
/// @param fitted the pairs, of other users, that calibrations and stacks were fitted on
/// @param liked a rating from here on counts as a click
/// @param rows one for each contender, stacks last
public record ClickTable(
        int pairs, int users, int compared, double positive, int fitted, double liked, List<Row> rows) {
    public ClickTable {
        rows = List.copyOf(rows);
    }

    /// One contender. Intervals are over users.
    ///
    /// @param parameters what it was made with
    /// @param auc over all pairs; empty where undefined
    /// @param gauc the mean AUC within a user, over those with a click and a pair that is none; empty where undefined
    /// @param logLoss in nats
    /// @param reliability whether its probabilities mean what they say
    /// @param failures how many test pairs failed, by cause
    /// @param secondsPerPair of wall time; 0 for a stack, which asks nobody
    /// @param usage what a language model cost
    public record Row(
            String name,
            ContenderKind kind,
            String parameters,
            Optional<Interval> auc,
            Optional<Interval> gauc,
            Optional<Interval> logLoss,
            Optional<Reliability> reliability,
            Map<String, Integer> failures,
            double secondsPerPair,
            Usage usage) {
        public Row {
            failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
        }

        /// The test pairs without a prediction.
        public int failed() {
            return failures.values().stream().mapToInt(count -> count).sum();
        }
    }
}
