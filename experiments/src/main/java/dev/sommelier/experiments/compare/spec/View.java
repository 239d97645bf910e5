package dev.sommelier.experiments.compare.spec;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.Item;
import dev.sommelier.core.Query;
import dev.sommelier.experiments.compare.yaml.Fields;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A cold start made from warm users and items: the same users with a part of their history, or those whose held-out
/// item is new.
///
/// A shortened history is asked about under another name, so that no model looks up what it learned of the user; the
/// items left out of it may still not be recommended, as the user knows them. What models learned, they learned from
/// whole histories.
///
/// @param events how many events are told at most; empty for all of them
/// @param end which end of the history is told
/// @param newItems only users whose held-out item has at most so many interactions in training; empty for all users
public record View(Optional<Integer> events, End end, Optional<Integer> newItems) {
    /// Everything about everybody.
    public static final View WHOLE = new View(Optional.empty(), End.LAST, Optional.empty());

    /// The end of a history.
    public enum End {
        /// The oldest events.
        FIRST,
        /// The latest events.
        LAST
    }

    /// The events of a history that are told, oldest first.
    public List<Event> told(History history) {
        var all = history.events();
        int n = Math.min(all.size(), events.orElse(Integer.MAX_VALUE));
        return end == End.FIRST ? all.subList(0, n) : all.subList(all.size() - n, all.size());
    }

    /// What is asked for a user.
    ///
    /// @param history everything that is known of the user
    public Query query(History history, int k, Catalog catalog) {
        if (events.isEmpty()) {
            return Query.top(k, history);
        }
        var told = new History(history.user() + " (" + text().strip() + ")", told(history));
        var known = history.items();
        Set<String> candidates = catalog.items().stream()
                .map(Item::id)
                .filter(item -> !known.contains(item))
                .collect(Collectors.toSet());
        return new Query(told, k, Optional.of(candidates));
    }

    /// Everything that differs from [#WHOLE], with a leading space; empty where nothing does.
    public String text() {
        return events.map(n -> " " + Fields.name(end) + "=" + n).orElse("")
                + newItems.map(n -> " new-items=" + n).orElse("");
    }

    /// The same for titles.
    public String words() {
        return events.map(n -> ", " + n + (n == 1 ? " event" : " events") + " told (the " + Fields.name(end) + ")")
                        .orElse("")
                + newItems.map(n -> ", items with at most " + n + " interactions")
                        .orElse("");
    }
}
