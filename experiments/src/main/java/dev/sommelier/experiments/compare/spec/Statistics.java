package dev.sommelier.experiments.compare.spec;

import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.evaluation.significance.Correction;
import java.util.Optional;

/// How figures are compared.
///
/// @param baseline the contender that the others are tested against; empty for the first of each task
/// @param correction of the p-values for their number
/// @param level a corrected p-value below it counts
/// @param resamples of the bootstrap
public record Statistics(Optional<String> baseline, Correction correction, double level, int resamples) {
    /// Holm's correction at 5 %, against the first contender.
    public static final Statistics DEFAULT =
            new Statistics(Optional.empty(), Correction.HOLM, 0.05, Bootstrap.DEFAULT_RESAMPLES);
}
