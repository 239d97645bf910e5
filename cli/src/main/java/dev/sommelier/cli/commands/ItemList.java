package dev.sommelier.cli.commands;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Item;
import dev.sommelier.core.RankedList;
import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.TitleIndex;
import dev.sommelier.datasets.TitleMatch;
import dev.sommelier.experiments.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Items as commands take and show them.
final class ItemList {
    /// One line of a list.
    record Row(int rank, String item, String title, double score, Map<String, List<String>> attributes) {}

    private ItemList() {}

    /// The lines of a ranked list.
    static List<Row> rows(Catalog catalog, RankedList list) {
        var rows = new ArrayList<Row>();
        for (var entry : list.entries()) {
            var item = catalog.item(entry.item());
            rows.add(new Row(rows.size() + 1, item.id(), item.title(), entry.score(), item.attributes()));
        }
        return rows;
    }

    /// The same as a table.
    static String text(List<Row> rows, List<String> attributes) {
        if (rows.isEmpty()) {
            return "Nothing left to recommend.\n";
        }
        var header = new ArrayList<>(List.of("#", "Title"));
        attributes.forEach(name -> header.add(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)));
        var table = TextTable.of(header, List.of("Score"));
        for (var row : rows) {
            var cells = new ArrayList<>(List.of(Integer.toString(row.rank()), row.title()));
            attributes.forEach(name ->
                    cells.add(String.join(", ", row.attributes().getOrDefault(name, List.of()))));
            cells.add(String.format(Locale.ROOT, "%.4f", row.score()));
            table.row(cells);
        }
        return table.render();
    }

    /// The item that a title, or `id:ID`, means.
    ///
    /// @throws SommelierException if there is none, or more than one
    static String find(TitleIndex index, String title) {
        return switch (index.find(title)) {
            case TitleMatch.Exact exact -> exact.item().id();
            case TitleMatch.Ambiguous ambiguous ->
                throw new SommelierException("\"" + title + "\" could be "
                        + ambiguous.items().stream().map(ItemList::named).collect(Collectors.joining(" or "))
                        + "; give the whole title, or the id.");
            case TitleMatch.Unknown unknown ->
                throw new SommelierException("no title \"" + title + "\" in the catalogue"
                        + (unknown.nearest().isEmpty()
                                ? "; check the spelling."
                                : "; did you mean "
                                        + unknown.nearest().stream()
                                                .map(ItemList::named)
                                                .collect(Collectors.joining(" or "))
                                        + "?"));
        };
    }

    private static String named(Item item) {
        return "\"" + item.title() + "\" (id:" + item.id() + ")";
    }
}
