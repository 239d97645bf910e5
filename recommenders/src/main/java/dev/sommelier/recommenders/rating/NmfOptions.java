package dev.sommelier.recommenders.rating;

import dev.sommelier.recommenders.Numbers;

/// How [Nmf] is trained.
///
/// @param factors the length of user and item vectors, at least 1
/// @param epochs updates of all vectors, at least 1; a fold-in makes as many
/// @param regularization of all vectors, at least 0
/// @param seed of the start, uniform from 0 to 1
public record NmfOptions(int factors, int epochs, double regularization, long seed) {
    public NmfOptions {
        if (factors < 1 || epochs < 1 || !(regularization >= 0)) {
            throw new IllegalArgumentException(
                    "factors and epochs must be at least 1 and the regularization at least 0, got " + factors + ", "
                            + epochs + " and " + regularization);
        }
    }

    /// Surprise's defaults: 15 factors, 50 epochs, regularization .06.
    public static NmfOptions defaults(long seed) {
        return new NmfOptions(15, 50, 0.06, seed);
    }

    /// As tables show them.
    String text() {
        return "factors=" + factors + " epochs=" + epochs + " regularization=" + Numbers.plain(regularization)
                + " seed=" + seed;
    }
}
