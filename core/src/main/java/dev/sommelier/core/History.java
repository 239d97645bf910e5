package dev.sommelier.core;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// What a user did, oldest first. Every model serves a history, also one that was not in training (fold-in).
///
/// @param user the user's identifier; any name for a new user
/// @param events the user's contacts in order of time, equal times in file order
public record History(String user, List<Event> events) {
    public History {
        events = List.copyOf(events);
    }

    /// A new user's history of liked items, without times.
    ///
    /// @param rating the rating to assume for each item
    public static History ofLiked(List<String> items, double rating) {
        return new History(
                "(new)", items.stream().map(item -> new Event(item, rating, 0)).toList());
    }

    /// The distinct items in order of first contact.
    public SequencedSet<String> items() {
        var items = new LinkedHashSet<String>();
        events.forEach(event -> items.add(event.item()));
        return items;
    }

    /// The last `n` events, oldest first; all of them when there are fewer.
    public History last(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n must be at least 0, got " + n);
        }
        return new History(user, events.subList(Math.max(0, events.size() - n), events.size()));
    }
}
