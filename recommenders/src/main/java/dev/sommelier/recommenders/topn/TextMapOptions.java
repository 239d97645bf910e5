package dev.sommelier.recommenders.topn;

import dev.sommelier.recommenders.store.ModelParameters;

/// How [TextMap] is trained.
///
/// @param lambda the weight of the penalty on the map's squares, above 0
/// @param items what an item is where it is recommended
/// @param smoothing the weight of the penalty of the second map, above 0; without effect for [Items#LEARNED]
public record TextMapOptions(double lambda, Items items, double smoothing) {
    public TextMapOptions {
        if (!(lambda > 0) || !(smoothing > 0) || !Double.isFinite(lambda + smoothing)) {
            throw new IllegalArgumentException(
                    "lambda and smoothing must be above 0, got " + lambda + " and " + smoothing);
        }
    }

    /// What an item is where it is recommended; in a history it is always its text.
    public enum Items {
        /// A vector of its own, learnt from who had contact with it; an item without interactions scores 0.
        LEARNED,
        /// A linear function of its text too, so that an item without interactions is scored like all others.
        TEXT
    }

    /// From named values.
    public static TextMapOptions of(ModelParameters parameters) {
        return new TextMapOptions(
                parameters.number("lambda"), parameters.choice("items", Items.class), parameters.number("smoothing"));
    }
}
