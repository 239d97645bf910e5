package dev.sommelier.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Tables for a paper, in the style of the booktabs package: no vertical rules, intervals in small print.
public final class LatexTables {
    private LatexTables() {}

    /// One `table` environment after the other; the preamble must load the booktabs package.
    public static String render(List<ResultTable> tables) {
        return tables.stream()
                .map(LatexTables::table)
                .collect(Collectors.joining("\n", "% needs \\usepackage{booktabs}\n", ""));
    }

    private static String table(ResultTable table) {
        var lines = new ArrayList<String>();
        lines.add("\\begin{table}");
        lines.add("\\caption{" + escape(table.caption()) + "}");
        lines.add("\\label{tab:" + table.id() + "}");
        lines.add("\\begin{tabular}{" + "l".repeat(table.text().size())
                + "r".repeat(table.numbers().size()) + "}");
        lines.add("\\toprule");
        var headers = new ArrayList<>(table.text());
        headers.addAll(table.numbers());
        lines.add(headers.stream().map(LatexTables::escape).collect(Collectors.joining(" & ")) + " \\\\");
        lines.add("\\midrule");
        table.rows()
                .forEach(row ->
                        lines.add(row.stream().map(LatexTables::cell).collect(Collectors.joining(" & ")) + " \\\\"));
        lines.add("\\bottomrule");
        lines.add("\\end{tabular}");
        lines.add("\\end{table}");
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static String cell(Cell cell) {
        return switch (cell) {
            case Cell.Words words -> words.words().isEmpty() ? "--" : escape(words.words());
            case Cell.Count count -> Figures.count(count.count()).replace(",", "{,}");
            case Cell.Figure figure -> number(figure.text());
            case Cell.Chance chance -> number(chance.text());
            case Cell.Amount amount -> number(amount.text().replace(",", "{,}"));
            case Cell.Estimate estimate -> {
                var text = estimate.text();
                int at = text.indexOf(' ');
                yield number(text.substring(0, at)) + " {\\footnotesize " + number(text.substring(at + 1)) + "}";
            }
        };
    }

    /// Signs as mathematics, so that a minus is no hyphen.
    private static String number(String text) {
        return text.replace("-", "$-$").replace("+", "$+$").replace("<", "$<$");
    }

    static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&', '%', '$', '#', '_', '{', '}' -> escaped.append('\\').append(c);
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                case '\\' -> escaped.append("\\textbackslash{}");
                case '<' -> escaped.append("\\textless{}");
                case '>' -> escaped.append("\\textgreater{}");
                case '–' -> escaped.append("--");
                default -> escaped.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return escaped.toString();
    }
}
