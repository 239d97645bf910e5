package dev.sommelier.experiments.agreement;

import dev.sommelier.core.Provenance;
import dev.sommelier.experiments.report.Chart;
import dev.sommelier.experiments.report.Figures;
import dev.sommelier.experiments.report.HtmlPage;
import java.util.ArrayList;
import java.util.List;

/// System rankings as an HTML page.
final class SystemRankingHtml {
    private SystemRankingHtml() {}

    static String render(SystemRankingReport report, Provenance provenance) {
        var page = new HtmlPage(
                "Do the labels rank systems as the human does?",
                report.systems().size() + " systems, " + report.metric() + ", " + report.human() + " against "
                        + report.label());
        page.findings(findings(report)).warnings(report.warnings());
        page.section(
                "ranking",
                "Both rankings",
                "Every dot is a system; on the dashed line both label sets say the same.",
                HtmlPage.figure(scatter(page, report), report.metric(), "the human's top " + report.k() + " in red")
                        + HtmlPage.table(SystemRankingTables.correlations(report)));
        page.section(
                "significance",
                "What significance becomes",
                "A high correlation can hide that labels declare differences that the human's do not support.",
                HtmlPage.table(SystemRankingTables.preservation(report)));
        page.section("systems", "Every system", "", HtmlPage.table(SystemRankingTables.systems(report)));
        var topics = report.perTopic().stream()
                .filter(topic -> topic.tau().isPresent())
                .toList();
        page.section(
                "topics",
                "Topic by topic",
                "How far both order the systems alike on each topic.",
                HtmlPage.figure(
                                page.chart(
                                        "chart-topics",
                                        new Chart.Columns(
                                                "tau-b",
                                                topics.stream()
                                                        .map(topic -> topic.topic())
                                                        .toList(),
                                                topics.stream()
                                                        .map(topic ->
                                                                topic.tau().orElseThrow())
                                                        .toList()),
                                        "Tau-b of each topic; the table holds the same numbers."),
                                "tau-b",
                                "of the systems on each topic")
                        + HtmlPage.folded("Every topic", HtmlPage.table(SystemRankingTables.topics(report))));
        return page.provenance(provenance).render();
    }

    private static String scatter(HtmlPage page, SystemRankingReport report) {
        return page.chart(
                "chart-systems",
                new Chart.Scatter(
                        report.metric() + " under " + report.human(),
                        report.metric() + " under " + report.label(),
                        report.systems().stream()
                                .map(system -> new Chart.Point(
                                        system.name(),
                                        system.humanMean(),
                                        system.labelMean(),
                                        system.humanRank() <= report.k()))
                                .toList()),
                "Each system's mean under both label sets; the table holds the same numbers.");
    }

    private static List<String> findings(SystemRankingReport report) {
        var findings = new ArrayList<String>();
        report.correlations().stream().findFirst().ifPresent(first -> {
            if (first.all().isPresent()) {
                findings.add(
                        first.measure() + " is " + Figures.three(first.all().getAsDouble()) + " over all "
                                + report.systems().size() + " systems"
                                + (first.top().isPresent()
                                        ? ", " + Figures.three(first.top().getAsDouble()) + " among the human's top "
                                                + report.k()
                                        : "")
                                + "; the largest change is " + report.largestRankChange() + " places.");
            }
        });
        report.comparisons().stream().findFirst().ifPresent(first -> {
            if (first.all().falsePositiveRate().isPresent()) {
                findings.add("Of the pairs that the human's labels cannot tell apart, "
                        + Figures.percent(first.all().falsePositiveRate().getAsDouble())
                        + " are significant under the other labels (" + first.test() + ").");
            }
        });
        return findings;
    }
}
