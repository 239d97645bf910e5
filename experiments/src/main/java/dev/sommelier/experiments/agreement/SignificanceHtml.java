package dev.sommelier.experiments.agreement;

import dev.sommelier.core.Provenance;
import dev.sommelier.experiments.report.Chart;
import dev.sommelier.experiments.report.HtmlPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Paired comparisons as an HTML page.
final class SignificanceHtml {
    /// More pairs than this are told by the tables alone.
    private static final int DRAWN = 12;

    private SignificanceHtml() {}

    static String render(SignificanceReport report, Provenance provenance) {
        var page = new HtmlPage(
                "Which differences can be claimed?",
                report.metric() + ", " + report.results().size() + " results, "
                        + report.topics().size() + " topics");
        page.findings(report.statements().stream().limit(DRAWN).toList()).warnings(report.warnings());
        var dots = report.results().stream()
                .map(result -> new Chart.Dot(
                        result.name(),
                        "CLASSIC",
                        result.mean().mean(),
                        result.mean().low(),
                        result.mean().high()))
                .toList();
        page.section(
                "means",
                "Means",
                "Intervals of means say little about differences: the topics are the same, so compare the pairs.",
                HtmlPage.figure(
                                page.chart(
                                        "chart-means",
                                        new Chart.Dots(report.metric(), dots),
                                        "Each result's mean with its interval; the table holds the same numbers."),
                                report.metric(),
                                "95 % bootstrap interval over topics")
                        + HtmlPage.table(SignificanceTables.means(report)));
        page.section(
                "differences",
                "Differences",
                "Paired by topic, which cancels what is easy or hard about a topic.",
                topics(page, report) + HtmlPage.table(SignificanceTables.differences(report)));
        page.section(
                "tests",
                "Tests",
                "A p-value below " + report.level() + " counts as significant; the tests make different assumptions, so"
                        + " look at all of them.",
                HtmlPage.table(SignificanceTables.tests(report)));
        return page.provenance(provenance).render();
    }

    private static String topics(HtmlPage page, SignificanceReport report) {
        var figures = new ArrayList<String>();
        int results = report.results().size();
        for (int i = 0; i < results && figures.size() < DRAWN; i++) {
            for (int j = i + 1; j < results && figures.size() < DRAWN; j++) {
                figures.add(pair(page, report, i, j));
            }
        }
        return HtmlPage.beside(figures);
    }

    private static String pair(HtmlPage page, SignificanceReport report, int first, int second) {
        var a = report.results().get(first);
        var b = report.results().get(second);
        var order = IntStream.range(0, report.topics().size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        t -> b.scores().get(t) - a.scores().get(t)))
                .toList();
        return HtmlPage.figure(
                page.chart(
                        "chart-pair-" + first + "-" + second,
                        new Chart.Columns(
                                "difference",
                                order.stream().map(report.topics()::get).toList(),
                                order.stream()
                                        .map(t -> a.scores().get(t) - b.scores().get(t))
                                        .toList()),
                        "The difference on each topic, largest first."),
                a.name() + " minus " + b.name(),
                "each topic's difference, largest first");
    }
}
