package dev.sommelier.experiments.compare;

import dev.sommelier.core.Usage;
import java.util.List;

/// The answer to a [Question].
///
/// @param scores one for each item, in the question's order: higher is better, a rating on the data set's scale for
///     the rating task
/// @param usage what a language model cost
public record Scored(List<Double> scores, Usage usage) {
    public Scored {
        scores = List.copyOf(scores);
    }

    /// Scores that no language model gave.
    public static Scored of(List<Double> scores) {
        return new Scored(scores, Usage.NONE);
    }
}
