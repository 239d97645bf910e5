package dev.sommelier.experiments.clicks;

import dev.sommelier.core.Provenance;
import dev.sommelier.experiments.Cost;
import dev.sommelier.experiments.RatingTable;
import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.Chart;
import dev.sommelier.experiments.report.HtmlPage;
import dev.sommelier.experiments.report.Rendering;
import dev.sommelier.experiments.report.ResultTable;
import dev.sommelier.judges.calibration.Reliability;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Rating and click judges for a terminal and for publication.
public final class RateRendering {
    private RateRendering() {}

    /// The clicks for a terminal.
    public static String text(ClickTable table) {
        return clicks(table).render() + reliability(table).render();
    }

    /// Both tables for publication.
    public static Rendering of(RatingTable ratings, ClickTable clicks) {
        var tables = List.of(ratings(ratings), clicks(clicks), reliability(clicks), contenders(ratings, clicks));
        return new Rendering(tables, provenance -> html(ratings, clicks, provenance));
    }

    private static ResultTable ratings(RatingTable table) {
        return new ResultTable(
                "ratings",
                table.pairs() + " held-out ratings, figures over the " + table.compared()
                        + " that all judged, 95 % bootstrap intervals over pairs",
                List.of("predictor"),
                List.of("RMSE", "MAE", "AUC", "failed", "seconds a pair", "calls"),
                table.rows().stream()
                        .<List<Cell>>map(row -> List.of(
                                new Cell.Words(row.name()),
                                Cell.of(row.rmse()),
                                Cell.of(row.mae()),
                                Cell.of(row.auc()),
                                new Cell.Count(row.failed()),
                                row.cost().equals(Cost.NONE)
                                        ? Cell.none()
                                        : new Cell.Amount(row.cost().secondsPerAnswer()),
                                new Cell.Count(row.cost().calls())))
                        .toList());
    }

    private static ResultTable clicks(ClickTable table) {
        return new ResultTable(
                "clicks",
                String.format(
                        Locale.ROOT,
                        "Likes (rating >= %.4g): %d pairs of %d users, figures over the %d that all judged, %.0f %% of"
                                + " them likes; 95 %% bootstrap intervals over users. Scores of predictors that give no"
                                + " probability, and stacks, are fitted on %d pairs of other users.",
                        table.liked(),
                        table.pairs(),
                        table.users(),
                        table.compared(),
                        100 * table.positive(),
                        table.fitted()),
                List.of("predictor"),
                List.of("AUC", "GAUC", "LogLoss", "ECE", "failed", "s a pair"),
                table.rows().stream()
                        .<List<Cell>>map(row -> List.of(
                                new Cell.Words(row.name()),
                                Cell.of(row.auc()),
                                Cell.of(row.gauc()),
                                Cell.of(row.logLoss()),
                                row.reliability()
                                        .<Cell>map(found -> new Cell.Figure(found.error()))
                                        .orElse(Cell.none()),
                                new Cell.Count(row.failed()),
                                row.secondsPerPair() == 0 ? Cell.none() : new Cell.Amount(row.secondsPerPair())))
                        .toList());
    }

    /// The calibration curve of each contender of the models'.
    private static ResultTable reliability(ClickTable table) {
        var rows = new ArrayList<List<Cell>>();
        for (var row : table.rows()) {
            for (var bin : row.reliability().map(Reliability::bins).orElse(List.of())) {
                rows.add(List.of(
                        new Cell.Words(row.name()),
                        new Cell.Figure(bin.probability()),
                        new Cell.Figure(bin.share()),
                        new Cell.Count(bin.pairs())));
            }
        }
        return new ResultTable(
                "reliability",
                "Calibration: in bins of a tenth, the mean probability beside the share that came true",
                List.of("predictor"),
                List.of("probability", "came true", "pairs"),
                rows);
    }

    private static ResultTable contenders(RatingTable ratings, ClickTable clicks) {
        var rows = new ArrayList<List<Cell>>();
        ratings.rows().forEach(row -> rows.add(line("ratings", row.name(), row.parameters(), row.failures())));
        clicks.rows().forEach(row -> rows.add(line("likes", row.name(), row.parameters(), row.failures())));
        return new ResultTable(
                "contenders",
                "What the predictors were made with, and why pairs failed",
                List.of("table", "predictor", "parameters", "failures"),
                List.of(),
                rows);
    }

    private static List<Cell> line(String table, String name, String parameters, Map<String, Integer> failures) {
        return List.of(
                new Cell.Words(table),
                new Cell.Words(name),
                new Cell.Words(parameters),
                new Cell.Words(failures.isEmpty() ? "" : failures.toString()));
    }

    private static String html(RatingTable ratings, ClickTable clicks, Provenance provenance) {
        var page = new HtmlPage(
                "Rating and click judges beside classic predictors",
                ratings.pairs() + " held-out ratings and " + clicks.pairs() + " likes of " + clicks.users() + " users");
        page.section("ratings", "Ratings", "", HtmlPage.table(ratings(ratings)));
        page.section("likes", "Likes", "", HtmlPage.table(clicks(clicks)));
        var curves = new StringBuilder();
        int drawn = 0;
        for (var row : clicks.rows()) {
            if (row.reliability().isPresent()) {
                curves.append(HtmlPage.figure(
                        page.chart("reliability-" + drawn++, curve(row), row.name() + ": the table holds the points."),
                        row.name(),
                        "mean probability of each bin against the share that came true"));
            }
        }
        page.section(
                "reliability",
                "Calibration",
                "Probabilities that mean what they say lie on the diagonal.",
                curves + HtmlPage.table(reliability(clicks)));
        page.section("contenders", "Contenders", "", HtmlPage.table(contenders(ratings, clicks)));
        return page.provenance(provenance).render();
    }

    private static Chart curve(ClickTable.Row row) {
        return new Chart.Scatter(
                "probability",
                "came true",
                row.reliability().map(Reliability::bins).orElse(List.of()).stream()
                        .map(bin -> new Chart.Point(bin.pairs() + " pairs", bin.probability(), bin.share(), false))
                        .toList());
    }
}
