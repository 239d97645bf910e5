package dev.sommelier.agent;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.ScoredItem;
import dev.sommelier.prompts.Segment;
import dev.sommelier.tools.ToolResult;
import java.util.ArrayList;
import java.util.List;

/// Puts tool results into words, giving numbers to items that are shown for the first time. Titles and values are data.
final class Observations {
    private final Catalog catalog;
    private final Numbering numbering;
    private final int shown;

    Observations(Catalog catalog, Numbering numbering, int shown) {
        this.catalog = catalog;
        this.numbering = numbering;
        this.shown = shown;
    }

    List<Segment> of(Decision decision, ToolResult result) {
        return switch (result) {
            case ToolResult.Found found ->
                decision instanceof Decision.Retrieve ? retrieved(found) : ranked(found.origin(), found.items());
            case ToolResult.Details details -> details(details);
            case ToolResult.Failure failure -> List.of(trusted("failed: "), data(failure.message()));
        };
    }

    private List<Segment> retrieved(ToolResult.Found found) {
        var lines = new ArrayList<Segment>();
        lines.add(data(found.origin()));
        lines.add(trusted(":"));
        var known = new ArrayList<String>();
        int fresh = 0;
        for (var item : found.items()) {
            if (numbering.has(item.item())) {
                known.add(Integer.toString(numbering.of(item.item())));
            } else if (fresh < shown) {
                fresh++;
                lines.addAll(show(item.item()));
            }
        }
        if (!known.isEmpty()) {
            lines.add(trusted("\nagain: " + String.join(", ", known)));
        }
        for (var note : found.notes()) {
            lines.add(trusted("\nnote: "));
            lines.add(data(note));
        }
        return lines;
    }

    /// An order of candidates; the best that were not shown yet are shown first.
    List<Segment> ranked(String origin, List<ScoredItem> items) {
        var lines = new ArrayList<Segment>();
        lines.add(data(origin));
        lines.add(trusted(":"));
        var order = new ArrayList<String>();
        int fresh = 0;
        for (var item : items) {
            if (!numbering.has(item.item()) && fresh < shown) {
                fresh++;
                lines.addAll(show(item.item()));
            }
            if (numbering.has(item.item())) {
                order.add(Integer.toString(numbering.of(item.item())));
            }
        }
        lines.add(trusted("\nbest first: " + String.join(", ", order)));
        return lines;
    }

    /// A line with a new number and the title.
    List<Segment> show(String item) {
        return List.of(
                trusted("\n" + numbering.add(item) + ". "),
                data(oneLine(catalog.item(item).title())));
    }

    private List<Segment> details(ToolResult.Details details) {
        var item = details.item();
        var words = new ArrayList<Segment>();
        words.add(trusted(numbering.of(item.id()) + ". "));
        words.add(data(oneLine(item.title())));
        item.attributes().forEach((name, values) -> {
            words.add(trusted("; "));
            words.add(data(oneLine(name + " " + String.join(", ", values))));
        });
        return words;
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static Segment trusted(String text) {
        return new Segment.Trusted(text);
    }

    private static Segment data(String text) {
        return new Segment.Data(text);
    }
}
