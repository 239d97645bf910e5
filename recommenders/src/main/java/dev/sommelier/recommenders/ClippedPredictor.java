package dev.sommelier.recommenders;

import dev.sommelier.core.History;
import dev.sommelier.core.RatingPredictor;
import dev.sommelier.core.RatingScale;

/// Another predictor's ratings, moved to the nearest end of the scale where they lie outside.
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

    @Override
    public String parameters() {
        return inner instanceof Described described ? described.parameters() : "";
    }

    @Override
    public double predict(History history, String item) {
        return scale.clip(inner.predict(history, item));
    }
}
