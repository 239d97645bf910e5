package dev.sommelier.experiments.report;

import dev.sommelier.evaluation.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes one table: a caption, a header row with scoped cells, rows that begin with a scoped header cell.
final class HtmlTable {
    private final StringBuilder html = new StringBuilder();

    private HtmlTable(String caption, List<String> headers) {
        html.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(Html.escape(caption))
                .append("\"><table><caption><span>")
                .append(Html.escape(caption))
                .append("</span></caption>\n<thead><tr>");
        headers.forEach(html::append);
        html.append("</tr></thead>\n<tbody>\n");
    }

    /// A table whose header cells come from [#text(String)] and [#number(String)].
    static HtmlTable of(String caption, List<String> headers) {
        return new HtmlTable(caption, headers);
    }

    /// A left-aligned header cell.
    static String text(String header) {
        return "<th scope=\"col\">" + Html.escape(header) + "</th>";
    }

    /// A right-aligned header cell.
    static String number(String header) {
        return "<th scope=\"col\" class=\"n\">" + Html.escape(header) + "</th>";
    }

    /// Adds a row.
    ///
    /// @param style a class of the row
    /// @param name the row's header, as text
    /// @param detail small print under the name, as text; may be empty
    /// @param cells finished cells
    HtmlTable row(String style, String name, String detail, List<String> cells) {
        html.append("<tr class=\"")
                .append(style)
                .append("\"><th scope=\"row\">")
                .append(Html.escape(name));
        if (!detail.isEmpty()) {
            html.append("<span class=\"parameters\">")
                    .append(Html.escape(detail))
                    .append("</span>");
        }
        html.append("</th>");
        cells.forEach(html::append);
        html.append("</tr>\n");
        return this;
    }

    String render() {
        return html + "</tbody></table></div>\n";
    }

    /// A number cell.
    static String figure(String figure) {
        var none = figure.equals("–") ? " none" : "";
        return "<td class=\"n" + none + "\">" + Html.figure(figure) + "</td>";
    }

    /// A cell of a number column.
    static String cell(Cell cell) {
        return switch (cell) {
            case Cell.Estimate estimate -> {
                var text = estimate.text();
                int at = text.indexOf(' ');
                yield "<td class=\"n\">" + Html.figure(text.substring(0, at)) + " <span class=\"ci\">"
                        + Html.figure(text.substring(at + 1)) + "</span></td>";
            }
            case Cell.Words words -> figure(words.text());
            case Cell.Count count -> figure(count.text());
            case Cell.Figure figure -> figure(figure.text());
            case Cell.Chance chance -> figure(chance.text());
            case Cell.Amount amount -> figure(amount.text());
        };
    }

    /// A text cell.
    static String words(String words) {
        return "<td>" + Html.escape(words) + "</td>";
    }

    /// A mean over its interval; the best of its column stands out.
    static String interval(Interval interval, boolean best) {
        return "<td class=\"n" + (best ? " best" : "") + "\">" + Html.figure(Figures.four(interval.mean()))
                + " <span class=\"ci\">[" + Html.figure(Figures.four(interval.low())) + ", "
                + Html.figure(Figures.four(interval.high())) + "]</span></td>";
    }

    /// A mean over its interval, or a dash.
    static String interval(Optional<Interval> interval, boolean best) {
        return interval.map(present -> interval(present, best)).orElse(figure("–"));
    }

    /// Header cells of number columns.
    static List<String> headers(String first, List<String> numbers) {
        var headers = new ArrayList<String>();
        headers.add(text(first));
        numbers.forEach(number -> headers.add(number(number)));
        return headers;
    }
}
