package dev.sommelier.experiments.runs;

import dev.sommelier.evaluation.recommendation.RecommendationResult;
import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.Chart;
import dev.sommelier.experiments.report.HtmlPage;
import dev.sommelier.experiments.report.Rendering;
import dev.sommelier.experiments.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Recommendation lists with intervals over users.
public final class ListRendering {
    private ListRendering() {}

    /// The forms of evaluated lists.
    ///
    /// @param lists by the name to show, in order; all measured with the same metrics
    public static Rendering of(Map<String, RecommendationResult> lists) {
        var figures = figures(lists);
        var counts = counts(lists);
        return new Rendering(List.of(figures, counts), provenance -> {
            var page = new HtmlPage(
                    "Recommendations against what users chose",
                    lists.size() + (lists.size() == 1 ? " file of lists" : " files of lists"));
            var charts = new ArrayList<String>();
            var first = lists.values().iterator().next();
            first.userFigures().stream().limit(4).forEach(figure -> charts.add(dots(page, lists, figure.metric())));
            return page.section(
                            "lists",
                            "The lists",
                            "Figures with an interval are means over users; the others are of all lists together.",
                            HtmlPage.beside(charts) + HtmlPage.table(figures))
                    .section("counts", "What was counted", "", HtmlPage.table(counts))
                    .provenance(provenance)
                    .render();
        });
    }

    private static ResultTable figures(Map<String, RecommendationResult> lists) {
        var first = lists.values().iterator().next();
        var numbers = new ArrayList<String>();
        first.userFigures().forEach(figure -> numbers.add(figure.metric()));
        first.aggregateFigures().forEach(figure -> numbers.add(figure.metric()));
        var rows = new ArrayList<List<Cell>>();
        lists.forEach((name, result) -> {
            var row = new ArrayList<Cell>(List.of(new Cell.Words(name)));
            result.userFigures().forEach(figure -> row.add(Cell.of(figure.mean())));
            result.aggregateFigures().forEach(figure -> row.add(Cell.of(figure.value())));
            rows.add(row);
        });
        return new ResultTable(
                "lists",
                "Means over users with 95 % bootstrap intervals; figures without one are of all lists together",
                List.of("lists"),
                numbers,
                rows);
    }

    private static ResultTable counts(Map<String, RecommendationResult> lists) {
        var rows = new ArrayList<List<Cell>>();
        lists.forEach((name, result) -> {
            var counts = result.counts();
            rows.add(List.of(
                    new Cell.Words(name),
                    new Cell.Count(counts.users()),
                    new Cell.Count(counts.usersWithoutTest()),
                    new Cell.Count(counts.emptyLists()),
                    new Cell.Count(counts.usersWithoutList()),
                    new Cell.Count(counts.unknownItems()),
                    new Cell.Count(counts.seenItems()),
                    new Cell.Count(counts.repeatedItems())));
        });
        return new ResultTable(
                "counts",
                "Users that count, and what met a policy",
                List.of("lists"),
                List.of(
                        "users",
                        "without test items",
                        "empty lists",
                        "without a list",
                        "unknown items",
                        "seen items",
                        "repeated items"),
                rows);
    }

    private static String dots(HtmlPage page, Map<String, RecommendationResult> lists, String metric) {
        var rows = new ArrayList<Chart.Dot>();
        lists.forEach((name, result) -> result.userFigures().stream()
                .filter(figure -> figure.metric().equals(metric))
                .flatMap(figure -> figure.mean().stream())
                .forEach(mean -> rows.add(new Chart.Dot(name, "CLASSIC", mean.mean(), mean.low(), mean.high()))));
        return HtmlPage.figure(
                page.chart(
                        "chart-" + metric.replaceAll("[^A-Za-z0-9]", "-"),
                        new Chart.Dots(metric, rows),
                        "Each file's mean with its interval; the table holds the same numbers."),
                metric,
                "95 % interval over users");
    }
}
