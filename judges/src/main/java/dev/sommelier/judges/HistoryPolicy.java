package dev.sommelier.judges;

import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Which part of a user's past a prompt shows, always in the order of time.
///
/// @param kind how the part is chosen
/// @param items the most items shown, at least 0
public record HistoryPolicy(Kind kind, int items) {
    /// The last six.
    public static final HistoryPolicy DEFAULT = new HistoryPolicy(Kind.LAST, 6);

    /// How events are chosen.
    public enum Kind {
        /// The last ones.
        LAST,
        /// The last ones that were rated highest and the last ones that were rated lowest, half of each.
        EXTREMES
    }

    public HistoryPolicy {
        if (items < 0) {
            throw new IllegalArgumentException("a history shows at least 0 items, got " + items);
        }
    }

    /// The events to show.
    public List<Event> shown(History history) {
        return switch (kind) {
            case LAST -> history.last(items).events();
            case EXTREMES -> extremes(history.events());
        };
    }

    /// In a few words, such as `last 6`.
    public String words() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + items;
    }

    /// Of equal ratings the later ones; the upper half takes the odd one.
    private List<Event> extremes(List<Event> events) {
        if (events.size() <= items) {
            return events;
        }
        var order = new ArrayList<Integer>();
        for (int i = events.size() - 1; i >= 0; i--) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> -events.get(i).rating()));
        var chosen = new ArrayList<>(order.subList(0, items - items / 2));
        var rest = new ArrayList<>(order.subList(items - items / 2, order.size()));
        rest.sort(Comparator.<Integer>comparingDouble(i -> events.get(i).rating())
                .thenComparing(Comparator.reverseOrder()));
        chosen.addAll(rest.subList(0, items / 2));
        return chosen.stream().sorted().map(events::get).toList();
    }
}
