package dev.sommelier.judges;

import dev.sommelier.core.Usage;
import java.util.List;

/// What came of judging one pair: a rating, or the reason why there is none. A failure is never a number.
public sealed interface RatingOutcome {
    /// What the judgment cost, failed or not.
    Usage usage();

    /// The model's opinion.
    ///
    /// @param rating the expected rating, on the data set's scale
    /// @param probabilities the probability of each label, in the order of [StarLabels#labels()]; sums to 1
    /// @param outsideMass the probability the model gave to everything that is no label
    /// @param usage what the call cost
    record Predicted(double rating, List<Double> probabilities, double outsideMass, Usage usage)
            implements RatingOutcome {
        public Predicted {
            probabilities = List.copyOf(probabilities);
        }
    }

    /// No opinion.
    ///
    /// @param cause why, in words that many pairs can share
    /// @param usage what the attempt cost, as far as known
    record Failed(String cause, Usage usage) implements RatingOutcome {}
}
