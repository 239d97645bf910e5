package dev.sommelier.experiments.report;

import dev.sommelier.evaluation.Interval;
import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.experiments.Cost;
import dev.sommelier.experiments.DifferenceTable;
import dev.sommelier.experiments.RankingRow;
import dev.sommelier.experiments.RankingTable;
import dev.sommelier.experiments.RatingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The tables of the HTML report.
final class HtmlSections {
    private static final String NONE = "–";

    private HtmlSections() {}

    static String quality(RankingTable table) {
        var numbers = new ArrayList<>(table.metrics());
        numbers.add("Coverage");
        var html = HtmlTable.of(
                table.title() + ": " + table.users() + " users, mean with 95 % bootstrap interval. Bold: the highest"
                        + " mean, which is no claim by itself.",
                HtmlTable.headers("Contender", numbers));
        for (var row : table.rows()) {
            var cells = new ArrayList<String>();
            for (var metric : table.metrics()) {
                cells.add(HtmlTable.interval(row.metric(metric), isHighest(table, row, metric)));
            }
            cells.add(HtmlTable.figure(Figures.three(row.coverage())));
            html.row(style(row.kind()), row.name(), row.parameters(), cells);
        }
        return html.render();
    }

    private static boolean isHighest(RankingTable table, RankingRow row, String metric) {
        double value = row.metric(metric).mean();
        return value > 0
                && table.rows().stream().allMatch(other -> other.metric(metric).mean() <= value);
    }

    static String cost(RankingTable table) {
        var html = HtmlTable.of(
                "Cost of " + table.users() + " users. Tokens are totals; reused tokens were decoded earlier.",
                HtmlTable.headers(
                        "Contender",
                        List.of(
                                "A user",
                                "LLM calls",
                                "Prompt tokens",
                                "Reused",
                                "Written",
                                "Own work",
                                "Padded",
                                "Relaxed",
                                "Failed")));
        for (var row : table.rows()) {
            var cost = row.cost();
            boolean model = cost.calls() > 0;
            boolean loop = row.kind() != ContenderKind.CLASSIC;
            html.row(
                    style(row.kind()),
                    row.name(),
                    row.repairs().isEmpty() ? "" : "mended: " + TextReport.mended(row),
                    List.of(
                            HtmlTable.figure(Figures.seconds(cost.secondsPerAnswer())),
                            HtmlTable.figure(model ? Figures.count(cost.calls()) : NONE),
                            HtmlTable.figure(model ? Figures.count(cost.promptTokens()) : NONE),
                            HtmlTable.figure(model ? Figures.count(cost.sharedTokens()) : NONE),
                            HtmlTable.figure(model ? Figures.count(cost.generatedTokens()) : NONE),
                            HtmlTable.figure(
                                    row.kind() == ContenderKind.AGENT ? Figures.percent(cost.ownShare()) : NONE),
                            HtmlTable.figure(loop ? Figures.percent(row.repairedShare("padded")) : NONE),
                            HtmlTable.figure(loop ? Figures.percent(row.repairedShare("relaxed")) : NONE),
                            HtmlTable.figure(Integer.toString(row.failed()))));
        }
        return html.render();
    }

    static String differences(DifferenceTable table) {
        var html = HtmlTable.of(
                table.metric() + ": each contender minus " + table.reference() + ", paired over the same "
                        + table.users() + " users, 95 % bootstrap interval",
                List.of(
                        HtmlTable.text("Contender"),
                        HtmlTable.number("Difference"),
                        Forest.header(table.reference()),
                        HtmlTable.number("Better for"),
                        HtmlTable.number("Worse for"),
                        HtmlTable.text("Verdict")));
        var forest = new Forest(table);
        for (var row : table.rows()) {
            html.row(
                    style(row.kind()),
                    row.name(),
                    "",
                    List.of(
                            HtmlTable.figure(Figures.difference(row.difference())),
                            forest.cell(row.difference()),
                            HtmlTable.figure(Integer.toString(row.better())),
                            HtmlTable.figure(Integer.toString(row.worse())),
                            "<td class=\"verdict-"
                                    + row.verdict()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-') + "\">"
                                    + Html.escape(row.verdict().words()) + "</td>"));
        }
        return html.render();
    }

    static String ratings(RatingTable table) {
        var html = HtmlTable.of(
                table.title() + ": figures over the " + table.compared() + " of " + table.pairs()
                        + " pairs that all judged, with 95 % bootstrap intervals",
                HtmlTable.headers(
                        "Predictor",
                        List.of(
                                "RMSE",
                                "MAE",
                                "AUC, liked from " + TextReport.plain(table.liked()),
                                "Failed",
                                "A pair",
                                "Prompt tokens")));
        for (var row : table.rows()) {
            var cost = row.cost();
            html.row(
                    style(row.kind()),
                    row.name(),
                    row.parameters(),
                    List.of(
                            HtmlTable.interval(row.rmse(), best(table, row, RatingTable.Row::rmse, -1)),
                            HtmlTable.interval(row.mae(), best(table, row, RatingTable.Row::mae, -1)),
                            HtmlTable.interval(row.auc(), best(table, row, RatingTable.Row::auc, 1)),
                            HtmlTable.figure(Integer.toString(row.failed())),
                            HtmlTable.figure(cost.equals(Cost.NONE) ? NONE : Figures.seconds(cost.secondsPerAnswer())),
                            HtmlTable.figure(cost.calls() > 0 ? Figures.count(cost.promptTokens()) : NONE)));
        }
        return html.render();
    }

    private static boolean best(
            RatingTable table, RatingTable.Row row, Function<RatingTable.Row, Optional<Interval>> figure, int sign) {
        return figure.apply(row)
                .map(mine -> table.rows().stream()
                        .flatMap(other -> figure.apply(other).stream())
                        .allMatch(other -> sign * other.mean() <= sign * mine.mean()))
                .orElse(false);
    }

    private static String style(ContenderKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
