package dev.sommelier.experiments.compare.report;

import dev.sommelier.evaluation.Interval;
import dev.sommelier.experiments.compare.spec.Experiment;
import dev.sommelier.experiments.report.Chart;
import dev.sommelier.experiments.report.HtmlPage;
import dev.sommelier.experiments.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The page of a comparison.
final class ComparisonPage {
    /// The shortest time that the logarithmic axis shows.
    private static final double SHORTEST = 1e-6;

    private ComparisonPage() {}

    static HtmlPage of(
            Experiment experiment,
            ResultTable contenders,
            List<StageTables> stages,
            List<String> findings,
            List<String> warnings) {
        var page = new HtmlPage(
                experiment.name(),
                String.join(", ", experiment.data()) + ", " + stages.size()
                        + (stages.size() == 1 ? " comparison, " : " comparisons, ")
                        + experiment.contenders().size() + " contenders, seed " + experiment.seed());
        page.findings(findings).warnings(warnings);
        stages.forEach(stage -> section(page, stage));
        page.section("contenders", "The contenders", "", HtmlPage.table(contenders));
        return page;
    }

    private static void section(HtmlPage page, StageTables stage) {
        var charts = new ArrayList<String>();
        var metric = stage.metric().equals("AUC") ? "GAUC" : stage.metric();
        var dots = new ArrayList<Chart.Dot>();
        var costs = new ArrayList<Chart.CostDot>();
        for (var one : stage.measured()) {
            Optional.ofNullable(one.figures().get(metric))
                    .flatMap(figure -> figure)
                    .ifPresent(figure -> {
                        dots.add(dot(one, figure));
                        costs.add(costDot(one, figure));
                    });
        }
        if (!dots.isEmpty()) {
            charts.add(HtmlPage.figure(
                    page.chart(
                            stage.id() + "-dots",
                            new Chart.Dots(metric, dots),
                            metric + " of each contender; the table holds the same numbers."),
                    metric,
                    "95 % interval over users; " + (stage.higher() ? "higher is better" : "lower is better")));
            charts.add(HtmlPage.figure(
                    page.chart(
                            stage.id() + "-costs",
                            new Chart.Costs(
                                    metric,
                                    costs,
                                    Frontier.of(stage.measured(), stage.higher()).stream()
                                            .map(Measured::name)
                                            .toList()),
                            metric + " against the median time of an answer; the tables hold the same numbers."),
                    metric + " and its price",
                    "median time a user, logarithmic; the line joins those whom nobody as fast beats; "
                            + (stage.higher() ? "up and to the left is better" : "down and to the left is better")));
        }
        page.section(
                stage.id(),
                stage.stage().stage().title(),
                "",
                HtmlPage.filtered(HtmlPage.beside(charts)
                        + HtmlPage.table(stage.quality())
                        + HtmlPage.table(stage.tests())
                        + HtmlPage.table(stage.groups())
                        + stage.slices().stream()
                                .map(slices -> slices(page, stage, slices))
                                .collect(Collectors.joining())
                        + (stage.examples().rows().isEmpty()
                                ? ""
                                : HtmlPage.folded("Where they differ most", HtmlPage.table(stage.examples())))
                        + HtmlPage.table(stage.cost())
                        + HtmlPage.table(stage.frontier())));
    }

    private static String slices(HtmlPage page, StageTables stage, Slices slices) {
        if (slices.isEmpty()) {
            return "";
        }
        var cut = slices.cut();
        var figures = new ArrayList<String>();
        var charts = slices.charts();
        for (int i = 0; i < charts.size(); i++) {
            var slice = cut.slices().get(i);
            figures.add(HtmlPage.figure(
                    page.chart(
                            stage.id() + "-" + cut.id() + "-" + (i + 1),
                            charts.get(i),
                            "Each contender among " + slice.name() + "; the table holds the same numbers."),
                    slice.name(),
                    Slices.words(slice)));
        }
        return HtmlPage.folded("By " + cut.by(), HtmlPage.tiled(figures) + HtmlPage.table(slices.table(stage.id())));
    }

    private static Chart.Dot dot(Measured one, Interval figure) {
        return new Chart.Dot(one.name(), one.result().part().name(), figure.mean(), figure.low(), figure.high());
    }

    private static Chart.CostDot costDot(Measured one, Interval figure) {
        return new Chart.CostDot(
                one.name(),
                one.result().part().name(),
                figure.mean(),
                figure.low(),
                figure.high(),
                Math.max(SHORTEST, StageTables.quantile(one.result(), .5)));
    }
}
