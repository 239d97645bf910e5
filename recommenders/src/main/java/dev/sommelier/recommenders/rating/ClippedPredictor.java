package dev.sommelier.recommenders.rating;

import dev.sommelier.core.History;
import dev.sommelier.core.RatingPredictor;
import dev.sommelier.core.RatingScale;
import dev.sommelier.recommenders.Described;
import dev.sommelier.recommenders.Numbers;

/// Another predictor's ratings, moved to the nearest end of the scale where they lie outside; the parameters say so.
public final class ClippedPredictor implements RatingPredictor, Described {
    private final RatingPredictor inner;
    private final RatingScale scale;

    /// @param inner gives the ratings and the name
    public ClippedPredictor(RatingPredictor inner, RatingScale scale) {
        this.inner = inner;
        this.scale = scale;
    }

    @Override
    public String name() {
        return inner.name();
    }

    /// The inner predictor's parameters and, for example, `clipped to 1..5`.
    @Override
    public String parameters() {
        var clipped = "clipped to " + Numbers.plain(scale.low()) + ".." + Numbers.plain(scale.high());
        var own = inner instanceof Described described ? described.parameters() : "";
        return own.isEmpty() ? clipped : own + " " + clipped;
    }

    @Override
    public double predict(History history, String item) {
        return scale.clip(inner.predict(history, item));
    }
}
