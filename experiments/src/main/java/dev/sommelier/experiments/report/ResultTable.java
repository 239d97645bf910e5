package dev.sommelier.experiments.report;

import java.util.List;

/// A table as data, to be written for a terminal, as CSV, LaTeX or HTML.
///
/// @param id a short name without spaces, unique within a report
/// @param caption what the rows are and how the figures were made
/// @param text the headers of the first columns, which hold words; at least one
/// @param numbers the headers of the other columns
/// @param rows one cell for each column
public record ResultTable(String id, String caption, List<String> text, List<String> numbers, List<List<Cell>> rows) {
    public ResultTable {
        text = List.copyOf(text);
        numbers = List.copyOf(numbers);
        rows = rows.stream().map(List::copyOf).toList();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("table " + id + " needs a column of words");
        }
        for (var row : rows) {
            if (row.size() != text.size() + numbers.size()) {
                throw new IllegalArgumentException("table " + id + " has " + (text.size() + numbers.size())
                        + " columns, got a row of " + row.size() + ": " + row);
            }
        }
    }

    /// The table for a terminal, its caption above. The first column tells the rows apart, so it is never cut.
    public String render() {
        var table = TextTable.ofNames(text.getFirst(), text.subList(1, text.size()), numbers);
        rows.forEach(row -> table.row(row.stream().map(Cell::text).toList()));
        return Wrap.hanging("", caption, TextTable.WIDTH) + table.render();
    }
}
