package dev.sommelier.experiments.runs;

import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.evaluation.trec.Measure;
import dev.sommelier.evaluation.trec.TrecResult;
import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.Chart;
import dev.sommelier.experiments.report.HtmlPage;
import dev.sommelier.experiments.report.Rendering;
import dev.sommelier.experiments.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// TREC runs with intervals over topics.
public final class RunRendering {
    /// The seed of the intervals; fixed, as an evaluation has no other chance in it.
    private static final long SEED = 7;

    private RunRendering() {}

    /// The forms of evaluated runs.
    ///
    /// @param runs by the name to show, in order; all measured with the same metrics
    public static Rendering of(Map<String, TrecResult> runs) {
        var means = means(runs);
        var leftOut = leftOut(runs);
        return new Rendering(
                List.of(means, leftOut),
                provenance -> page(runs, means, leftOut).provenance(provenance).render());
    }

    private static ResultTable means(Map<String, TrecResult> runs) {
        var first = runs.values().iterator().next();
        var rows = new ArrayList<List<Cell>>();
        runs.forEach((name, result) -> {
            var row = new ArrayList<Cell>(
                    List.of(new Cell.Words(name), new Cell.Count(result.topics().size())));
            for (int metric = 0; metric < result.metrics().size(); metric++) {
                row.add(cell(result, metric));
            }
            rows.add(row);
        });
        var numbers = new ArrayList<>(List.of("topics"));
        first.metrics().forEach(metric -> numbers.add(metric.name()));
        return new ResultTable(
                "runs",
                "Means over topics with 95 % bootstrap intervals; counts are sums",
                List.of("run"),
                numbers,
                rows);
    }

    private static Cell cell(TrecResult result, int metric) {
        return switch (result.metrics().get(metric).measure().summary()) {
            case MEAN -> new Cell.Estimate(Bootstrap.mean(result.values(metric), SEED), false);
            case SUM -> new Cell.Count((long) result.summary(metric));
            case GEOMETRIC_MEAN -> new Cell.Figure(result.summary(metric));
        };
    }

    private static ResultTable leftOut(Map<String, TrecResult> runs) {
        var rows = new ArrayList<List<Cell>>();
        runs.forEach((name, result) -> rows.add(List.of(
                new Cell.Words(name),
                new Cell.Count(result.leftOut().ranked()),
                new Cell.Count(result.leftOut().unjudged()),
                new Cell.Count(result.leftOut().topicsOnlyInQrels()),
                new Cell.Count(result.leftOut().topicsOnlyInRun()))));
        return new ResultTable(
                "left-out",
                "What the figures do not see: documents without a judgement, topics in one file only",
                List.of("run"),
                List.of("ranked documents", "unjudged", "topics without results", "topics without judgements"),
                rows);
    }

    private static HtmlPage page(Map<String, TrecResult> runs, ResultTable means, ResultTable leftOut) {
        var first = runs.values().iterator().next();
        var page = new HtmlPage(
                runs.size() == 1 ? "A run against its judgements" : "Runs against their judgements",
                runs.size() + (runs.size() == 1 ? " run, " : " runs, ")
                        + first.topics().size() + " topics");
        var figures = new ArrayList<String>();
        for (int metric = 0; metric < first.metrics().size() && figures.size() < 4; metric++) {
            if (first.metrics().get(metric).measure().summary() == Measure.Summary.MEAN) {
                figures.add(dots(page, runs, metric));
            }
        }
        page.section(
                "runs",
                "The runs",
                "Intervals of means do not compare runs: use sommelier significance on the same topics.",
                HtmlPage.beside(figures) + HtmlPage.table(means));
        return page.section("left-out", "What was left out", "", HtmlPage.table(leftOut));
    }

    private static String dots(HtmlPage page, Map<String, TrecResult> runs, int metric) {
        var rows = new ArrayList<Chart.Dot>();
        var name = new ArrayList<String>();
        runs.forEach((run, result) -> {
            var mean = Bootstrap.mean(result.values(metric), SEED);
            rows.add(new Chart.Dot(run, "CLASSIC", mean.mean(), mean.low(), mean.high()));
            name.add(result.metrics().get(metric).name());
        });
        return HtmlPage.figure(
                page.chart(
                        "chart-" + metric,
                        new Chart.Dots(name.getFirst(), rows),
                        "Each run's mean with its interval; the table holds the same numbers."),
                name.getFirst(),
                "95 % interval over topics");
    }
}
