package dev.sommelier.recommenders.factor;

import dev.sommelier.recommenders.store.ModelParameters;

/// How [Bpr] is trained.
///
/// @param factors the length of user and item vectors, from 1 to 4,095 (each item has a bias beside them)
/// @param learningRate the length of a step, above 0; .05 is usual
/// @param regularization how much a step shortens what it touches, at least 0
/// @param epochs how often every contact is visited, at least 1
/// @param seed of the start, of the order of contacts and of the negatives
public record BprOptions(int factors, double learningRate, double regularization, int epochs, long seed) {
    public BprOptions {
        if (factors < 1 || factors >= Factors.MOST) {
            throw new IllegalArgumentException("factors must be from 1 to " + (Factors.MOST - 1) + ", got " + factors);
        }
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs must be at least 1, got " + epochs);
        }
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("learningRate must be a number above 0, got " + learningRate);
        }
        if (!(regularization >= 0) || Double.isInfinite(regularization)) {
            throw new IllegalArgumentException("regularization must be a number of at least 0, got " + regularization);
        }
    }

    /// From named values as `Bpr.parameters()` has them.
    ///
    /// @throws dev.sommelier.core.SommelierException if one is missing or not a number
    public static BprOptions of(ModelParameters values) {
        return new BprOptions(
                values.integer("factors"),
                values.number("rate"),
                values.number("reg"),
                values.integer("epochs"),
                values.whole("seed"));
    }

    /// 64 factors, learning rate .05, regularization .01, 100 epochs.
    public static BprOptions defaults(long seed) {
        return new BprOptions(64, 0.05, 0.01, 100, seed);
    }
}
