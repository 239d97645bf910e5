package dev.sommelier.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A table for a terminal: aligned columns, a rule under the header, never wider than asked.
///
/// When the rows are too wide, the widest text columns are cut with `…`; number columns never are, nor is a first
/// column
/// of names that have to be typed ([#ofNames]). Widths are those of
/// a terminal, so accents and East Asian titles stay aligned. Control characters in data become spaces.
public final class TextTable {
    /// The width that tables keep to unless told otherwise.
    public static final int WIDTH = 100;

    private static final String GAP = "  ";
    private static final int NARROWEST = 6;

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    private record Column(String header, boolean whole, boolean number) {}

    private TextTable(List<Column> columns) {
        this.columns = columns;
    }

    /// A table whose first columns hold text.
    ///
    /// @param text the headers of the left-aligned columns
    /// @param numbers the headers of the right-aligned columns after them
    public static TextTable of(List<String> text, List<String> numbers) {
        var columns = new ArrayList<Column>();
        text.forEach(header -> columns.add(new Column(header, false, false)));
        numbers.forEach(header -> columns.add(new Column(header, true, true)));
        return new TextTable(List.copyOf(columns));
    }

    /// A table whose first column holds names that are never cut, followed by other text columns.
    ///
    /// @param names the header of the first column
    /// @param text the headers of the left-aligned columns after it
    /// @param numbers the headers of the right-aligned columns after them
    public static TextTable ofNames(String names, List<String> text, List<String> numbers) {
        var columns = new ArrayList<Column>();
        columns.add(new Column(names, true, false));
        columns.addAll(of(text, numbers).columns);
        return new TextTable(List.copyOf(columns));
    }

    /// Adds a row.
    ///
    /// @param cells one for each column
    public TextTable row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "a row needs " + columns.size() + " cells, got " + cells.size() + ": " + cells);
        }
        rows.add(cells.stream().map(DisplayWidth::clean).toList());
        return this;
    }

    /// The table with a line break after every line, at most [#WIDTH] wide.
    public String render() {
        return render(WIDTH);
    }

    /// The table with a line break after every line.
    ///
    /// @param width the most columns of the terminal to use
    public String render(int width) {
        int[] widths = widths(width);
        var lines = new ArrayList<String>();
        lines.add(line(columns.stream().map(Column::header).toList(), widths));
        lines.add(IntStream.of(widths).mapToObj("─"::repeat).collect(Collectors.joining(GAP)));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
    }

    private int[] widths(int limit) {
        int[] widths = new int[columns.size()];
        for (int j = 0; j < widths.length; j++) {
            widths[j] = DisplayWidth.of(columns.get(j).header());
            for (var row : rows) {
                widths[j] = Math.max(widths[j], DisplayWidth.of(row.get(j)));
            }
        }
        int gaps = GAP.length() * (widths.length - 1);
        while (IntStream.of(widths).sum() + gaps > limit) {
            int widest = -1;
            for (int j = 0; j < widths.length; j++) {
                if (!columns.get(j).whole() && (widest < 0 || widths[j] > widths[widest])) {
                    widest = j;
                }
            }
            if (widest < 0 || widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private String line(List<String> cells, int[] widths) {
        var parts = new ArrayList<String>();
        for (int j = 0; j < widths.length; j++) {
            boolean number = columns.get(j).number();
            var cell = number ? cells.get(j) : DisplayWidth.fit(cells.get(j), widths[j]);
            var space = " ".repeat(Math.max(0, widths[j] - DisplayWidth.of(cell)));
            parts.add(number ? space + cell : cell + space);
        }
        return String.join(GAP, parts);
    }
}
