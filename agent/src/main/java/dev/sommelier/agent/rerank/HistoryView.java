package dev.sommelier.agent.rerank;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.RatingScale;
import dev.sommelier.prompts.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What of a history a prompt tells: so many items, the last or the best rated ones, always oldest first.
///
/// @param items how many at most, at least 0
/// @param choice which ones
/// @param scale ratings are told where there is one
public record HistoryView(int items, Choice choice, Optional<RatingScale> scale) implements UserView {
    public HistoryView {
        if (items < 0) {
            throw new IllegalArgumentException("history must be at least 0 items, got " + items);
        }
    }

    /// Which items of a long history are told.
    public enum Choice {
        /// The last ones.
        RECENCY,
        /// The best rated ones; of equal ratings the last.
        RATING
    }

    /// The events in their order.
    List<Event> events(History history) {
        var all = history.events();
        return switch (choice) {
            case RECENCY -> history.last(items).events();
            case RATING ->
                IntStream.range(0, all.size())
                        .boxed()
                        .sorted(Comparator.<Integer>comparingDouble(
                                        i -> -all.get(i).rating())
                                .thenComparing(Comparator.reverseOrder()))
                        .limit(items)
                        .sorted()
                        .map(all::get)
                        .toList();
        };
    }

    /// A line for each item.
    @Override
    public List<Segment> lines(Catalog catalog, History history) {
        var lines = new ArrayList<Segment>();
        for (var event : events(history)) {
            lines.add(new Segment.Trusted(lines.isEmpty() ? "- " : "\n- "));
            lines.add(new Segment.Data(Titles.oneLine(catalog.item(event.item()).title())));
            scale.ifPresent(
                    one -> lines.add(new Segment.Trusted(", " + number(event.rating()) + " of " + number(one.high()))));
        }
        return lines.isEmpty() ? List.of(new Segment.Trusted("(none yet)")) : lines;
    }

    @Override
    public String facts() {
        return "";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
