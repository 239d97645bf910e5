package dev.sommelier.judges;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.prompts.PromptTemplate;
import dev.sommelier.prompts.RenderedPrompt;
import dev.sommelier.prompts.Segment;
import dev.sommelier.prompts.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Puts a user's last ratings and one item into words. Titles and attribute values are DATA.
///
/// The system message holds every instruction and does not change between pairs, so that engines decode it once.
final class RatingPrompt {
    private static final int SHOWN_VALUES = 4;

    private final PromptTemplate template;
    private final Catalog catalog;
    private final StarLabels labels;
    private final int historyItems;

    RatingPrompt(PromptTemplate template, Catalog catalog, StarLabels labels, int historyItems) {
        this.template = template;
        this.catalog = catalog;
        this.labels = labels;
        this.historyItems = historyItems;
    }

    PromptTemplate template() {
        return template;
    }

    RenderedPrompt render(History history, String item) {
        return template.render(Map.of(
                "low",
                Value.trusted(labels.labels().getFirst()),
                "high",
                Value.trusted(labels.labels().getLast()),
                "history",
                Value.of(ratings(history)),
                "title",
                Value.data(catalog.item(item).title()),
                "kind",
                Value.of(kind(item))));
    }

    private List<Segment> ratings(History history) {
        var segments = new ArrayList<Segment>();
        for (var event : history.last(historyItems).events()) {
            segments.add(new Segment.Data(catalog.item(event.item()).title()));
            segments.add(new Segment.Trusted(": " + labels.text(event.rating()) + " stars\n"));
        }
        return segments;
    }

    /// The values of the catalogue's first attribute in brackets, such as ` (Comedy, Drama)`; nothing without values.
    private List<Segment> kind(String item) {
        var values = catalog.attributes().stream()
                .findFirst()
                .map(attribute -> catalog.item(item).values(attribute))
                .orElse(List.of());
        if (values.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Segment.Trusted(" ("),
                new Segment.Data(values.stream().limit(SHOWN_VALUES).collect(Collectors.joining(", "))),
                new Segment.Trusted(")"));
    }
}
