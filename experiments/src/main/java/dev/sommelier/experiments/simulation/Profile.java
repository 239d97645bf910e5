package dev.sommelier.experiments.simulation;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.RatingScale;
import dev.sommelier.tools.constraint.Constraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What a simulated user knows of themselves: the history without the held-out item. Immutable.
///
/// @param user the user's identifier
/// @param opinions every item of the history with what the user thinks of it, in order of time
/// @param target the held-out item, which the user is after without knowing it
public record Profile(String user, Map<String, Opinion> opinions, String target) {
    private static final double LIKED_FROM = 0.75;
    private static final double DISLIKED_TO = 0.25;

    /// What a user thinks of an item: the upper and the lower quarter of the scale, and what lies between.
    public enum Opinion {
        LIKED,
        NEUTRAL,
        DISLIKED
    }

    public Profile {
        opinions = Collections.unmodifiableMap(new LinkedHashMap<>(opinions));
    }

    /// A profile from a history.
    ///
    /// @param scale the ratings' range; empty where the data are implicit and every contact is a liking
    public static Profile of(History before, String target, Optional<RatingScale> scale) {
        var opinions = new LinkedHashMap<String, Opinion>();
        for (var event : before.events()) {
            if (!event.item().equals(target)) {
                opinions.putIfAbsent(event.item(), opinion(event, scale));
            }
        }
        return new Profile(before.user(), opinions, target);
    }

    /// What a rating says.
    public static Opinion opinion(Event event, Optional<RatingScale> scale) {
        if (scale.isEmpty()) {
            return Opinion.LIKED;
        }
        double share = (event.rating() - scale.get().low())
                / (scale.get().high() - scale.get().low());
        return share >= LIKED_FROM ? Opinion.LIKED : share <= DISLIKED_TO ? Opinion.DISLIKED : Opinion.NEUTRAL;
    }

    /// The liked items in order of time.
    public List<String> liked() {
        return opinions.entrySet().stream()
                .filter(one -> one.getValue() == Opinion.LIKED)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// What the user thinks of an item; empty for one that they have not met.
    public Optional<Opinion> of(String item) {
        return Optional.ofNullable(opinions.get(item));
    }

    /// The share of the liked items that have a value.
    double share(Catalog catalog, String attribute, String value) {
        var liked = liked();
        long with = liked.stream()
                .filter(item -> catalog.item(item).values(attribute).contains(value))
                .count();
        return liked.isEmpty() ? 0 : (double) with / liked.size();
    }

    /// The number of an attribute below which a share of the liked items lie; empty where none has one.
    OptionalInt quantile(Catalog catalog, String attribute, double share) {
        var numbers = new ArrayList<Integer>();
        for (var item : liked()) {
            Constraint.number(catalog.item(item), attribute).ifPresent(numbers::add);
        }
        numbers.sort(null);
        return numbers.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(numbers.get((int) Math.round(share * (numbers.size() - 1))));
    }
}
