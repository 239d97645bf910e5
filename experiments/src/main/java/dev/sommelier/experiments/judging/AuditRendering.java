package dev.sommelier.experiments.judging;

import dev.sommelier.core.Provenance;
import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.Chart;
import dev.sommelier.experiments.report.HtmlPage;
import dev.sommelier.experiments.report.Rendering;
import dev.sommelier.experiments.report.ResultTable;
import dev.sommelier.judges.audit.AuditReport;
import java.util.List;
import java.util.Locale;

/// An audit for a terminal and for publication.
public final class AuditRendering {
    private AuditRendering() {}

    /// For a terminal.
    public static String text(AuditReport report) {
        return flips(report).render() + cost(report) + "\n";
    }

    /// For publication.
    public static Rendering of(AuditReport report) {
        var tables = List.of(flips(report), changes(report));
        return new Rendering(tables, provenance -> html(report, provenance));
    }

    private static ResultTable flips(AuditReport report) {
        return new ResultTable(
                "audit",
                "Method " + report.method() + ", " + report.pairs() + " pairs of " + report.topics()
                        + " topics: the share of grades that a change moved, and that it raised, with 95 % score"
                        + " intervals over pairs, and the mean move. Overlap and injection are made on documents of"
                        + " other topics, so every rise is wrong.",
                List.of("group", "change"),
                List.of("flips", "raised", "move", "pairs", "failed"),
                report.rows().stream()
                        .<List<Cell>>map(row -> List.of(
                                new Cell.Words(row.group()),
                                new Cell.Words(row.probe()),
                                Cell.of(row.flips()),
                                Cell.of(row.up()),
                                row.shift()
                                        .<Cell>map(shift -> new Cell.Figure(shift.mean()))
                                        .orElse(Cell.none()),
                                new Cell.Count(row.compared()),
                                new Cell.Count(row.failed())))
                        .toList());
    }

    private static ResultTable changes(AuditReport report) {
        return new ResultTable(
                "changes",
                "The changes, and the mean move of the grade with 95 % bootstrap intervals over pairs",
                List.of("group", "change", "what was changed"),
                List.of("move"),
                report.rows().stream()
                        .<List<Cell>>map(row -> List.of(
                                new Cell.Words(row.group()),
                                new Cell.Words(row.probe()),
                                new Cell.Words(row.what()),
                                row.shift()
                                        .<Cell>map(shift -> new Cell.Estimate(shift, true))
                                        .orElse(Cell.none())))
                        .toList());
    }

    private static String cost(AuditReport report) {
        var usage = report.usage();
        return String.format(
                Locale.ROOT,
                "%d calls, %d prompt tokens read and %d reused, %.1f s in the model",
                usage.calls(),
                usage.promptTokens(),
                usage.sharedTokens(),
                usage.time().toMillis() / 1e3);
    }

    private static String html(AuditReport report, Provenance provenance) {
        var page = new HtmlPage(
                "Audit of the judging method " + report.method(),
                report.pairs() + " pairs of " + report.topics() + " topics; " + cost(report));
        var dots = report.rows().stream()
                .flatMap(row -> row.flips().stream()
                        .map(flips -> new Chart.Dot(
                                row.group() + ": " + row.probe(), "AGENT", flips.mean(), flips.low(), flips.high())))
                .toList();
        var chart = page.chart(
                "flips",
                new Chart.Dots("share of grades that moved", dots),
                "The share of grades that each change moved, with its 95 % interval. The table holds the same"
                        + " numbers.");
        page.section(
                "flips",
                "What moves the grades",
                "",
                HtmlPage.figure(chart, "Share of grades that moved", "95 % score interval over pairs")
                        + HtmlPage.table(flips(report)));
        page.section("changes", "The changes", "", HtmlPage.table(changes(report)));
        return page.provenance(provenance).render();
    }
}
