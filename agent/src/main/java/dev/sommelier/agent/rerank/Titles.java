package dev.sommelier.agent.rerank;

import dev.sommelier.core.Catalog;
import dev.sommelier.prompts.Segment;
import java.util.List;
import java.util.stream.Collectors;

/// Items in words.
final class Titles {
    private static final int SHOWN_VALUES = 3;

    private Titles() {}

    /// A title that cannot break a list of lines.
    static String oneLine(String title) {
        return title.replaceAll("\\s+", " ").strip();
    }

    /// The values of the catalogue's first attribute in brackets, such as ` (Comedy, Drama)`; nothing without values.
    static List<Segment> kind(Catalog catalog, String item) {
        var values = catalog.attributes().stream()
                .findFirst()
                .map(attribute -> catalog.item(item).values(attribute))
                .orElse(List.of());
        return values.isEmpty()
                ? List.of()
                : List.of(
                        new Segment.Trusted(" ("),
                        new Segment.Data(values.stream()
                                .limit(SHOWN_VALUES)
                                .map(Titles::oneLine)
                                .collect(Collectors.joining(", "))),
                        new Segment.Trusted(")"));
    }
}
