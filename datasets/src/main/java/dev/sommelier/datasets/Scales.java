package dev.sommelier.datasets;

import dev.sommelier.core.Interaction;
import dev.sommelier.core.RatingScale;
import java.util.List;
import java.util.Optional;

/// Works out the scale of ratings from the ratings.
final class Scales {
    private Scales() {}

    /// The lowest and the highest rating, and the smallest distance between two different ones; none where all are
    /// equal,
    /// because then they say no more than that there was a contact.
    static Optional<RatingScale> of(List<Interaction> interactions) {
        var values = interactions.stream()
                .mapToDouble(Interaction::rating)
                .distinct()
                .sorted()
                .toArray();
        if (values.length < 2) {
            return Optional.empty();
        }
        double step = Double.POSITIVE_INFINITY;
        for (int i = 1; i < values.length; i++) {
            step = Math.min(step, values[i] - values[i - 1]);
        }
        return Optional.of(new RatingScale(values[0], values[values.length - 1], step));
    }
}
