package dev.sommelier.agent;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.prompts.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The history as the model reads it: the last items, oldest first, with ratings where there are any.
final class HistoryText {
    private HistoryText() {}

    static List<String> lines(Catalog catalog, History history, AgentOptions options) {
        return history.last(options.historyLength()).events().stream()
                .map(event -> segments(catalog, event, options).stream()
                        .map(Segment::text)
                        .collect(Collectors.joining()))
                .toList();
    }

    static List<Segment> segments(Catalog catalog, History history, AgentOptions options) {
        var lines = new ArrayList<Segment>();
        for (var event : history.last(options.historyLength()).events()) {
            lines.add(new Segment.Trusted(lines.isEmpty() ? "- " : "\n- "));
            lines.addAll(segments(catalog, event, options));
        }
        return lines.isEmpty() ? List.of(new Segment.Trusted("(none yet)")) : lines;
    }

    static String heading(AgentOptions options) {
        return "The user's last items, oldest first"
                + options.scale()
                        .map(scale -> " (ratings go from " + number(scale.low()) + " to " + number(scale.high()) + ")")
                        .orElse("")
                + ":";
    }

    private static List<Segment> segments(Catalog catalog, Event event, AgentOptions options) {
        var title =
                new Segment.Data(Observations.oneLine(catalog.item(event.item()).title()));
        return options.scale().isPresent()
                ? List.of(title, new Segment.Trusted(", rated " + number(event.rating())))
                : List.of(title);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
