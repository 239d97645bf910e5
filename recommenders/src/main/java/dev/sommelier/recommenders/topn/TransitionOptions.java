package dev.sommelier.recommenders.topn;

import dev.sommelier.recommenders.Numbers;
import dev.sommelier.recommenders.store.ModelParameters;

/// How [ItemTransitions] counts and weighs steps.
///
/// @param window how many events ahead a step may lead, and how many last events of a history count, at least 1
/// @param decay what each further event between counts, above 0 and at most 1
/// @param smoothing how many pseudo-steps by popularity every item is given, at least 0
public record TransitionOptions(int window, double decay, double smoothing) {
    public TransitionOptions {
        if (window < 1) {
            throw new IllegalArgumentException("window must be at least 1, got " + window);
        }
        if (!(decay > 0 && decay <= 1)) {
            throw new IllegalArgumentException("decay must be above 0 and at most 1, got " + decay);
        }
        if (!(smoothing >= 0) || !Double.isFinite(smoothing)) {
            throw new IllegalArgumentException("smoothing must be at least 0, got " + smoothing);
        }
    }

    /// From named values.
    public static TransitionOptions of(ModelParameters parameters) {
        return new TransitionOptions(
                parameters.integer("window"), parameters.number("decay"), parameters.number("smoothing"));
    }

    ModelParameters parameters() {
        return ModelParameters.parse(
                "window=" + window + " decay=" + Numbers.plain(decay) + " smoothing=" + Numbers.plain(smoothing));
    }
}
