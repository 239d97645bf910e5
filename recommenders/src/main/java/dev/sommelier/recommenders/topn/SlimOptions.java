package dev.sommelier.recommenders.topn;

import dev.sommelier.recommenders.Numbers;
import dev.sommelier.recommenders.store.ModelParameters;

/// How [Slim] is trained.
///
/// @param l1 the weight of the sum of the weights, at least 0: the larger, the fewer items have a weight
/// @param l2 half the weight of the sum of their squares, above 0
/// @param tolerance training of an item ends when no weight moves by more in a whole sweep, above 0
public record SlimOptions(double l1, double l2, double tolerance) {
    public SlimOptions {
        if (!(l1 >= 0) || !(l2 > 0) || !Double.isFinite(l1 + l2)) {
            throw new IllegalArgumentException("l1 must be at least 0 and l2 above 0, got " + l1 + " and " + l2);
        }
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("tolerance must be above 0, got " + tolerance);
        }
    }

    /// From named values.
    public static SlimOptions of(ModelParameters parameters) {
        return new SlimOptions(parameters.number("l1"), parameters.number("l2"), parameters.number("tolerance"));
    }

    ModelParameters parameters() {
        return ModelParameters.parse(
                "l1=" + Numbers.plain(l1) + " l2=" + Numbers.plain(l2) + " tolerance=" + tolerance);
    }
}
