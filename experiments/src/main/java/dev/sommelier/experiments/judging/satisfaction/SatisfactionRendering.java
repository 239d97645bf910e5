package dev.sommelier.experiments.judging.satisfaction;

import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.HtmlPage;
import dev.sommelier.experiments.report.Rendering;
import dev.sommelier.experiments.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A judge of satisfaction for a terminal and for publication.
public final class SatisfactionRendering {
    private SatisfactionRendering() {}

    private static List<ResultTable> tables(SatisfactionReport report) {
        var tables = new ArrayList<ResultTable>();
        tables.add(judges(report));
        tables.add(scores(report));
        if (!report.failures().isEmpty()) {
            tables.add(failures(report));
        }
        return tables;
    }

    /// For a terminal.
    public static String text(SatisfactionReport report) {
        return tables(report).stream().map(ResultTable::render).collect(Collectors.joining("\n"));
    }

    /// For publication.
    public static Rendering of(SatisfactionReport report) {
        var tables = tables(report);
        return new Rendering(
                tables,
                provenance -> new HtmlPage(
                                "How satisfied users are",
                                report.turns() + " rated turns of " + report.dialogues() + " dialogues")
                        .section(
                                "satisfaction",
                                "Agreement with people",
                                "",
                                tables.stream().map(HtmlPage::table).collect(Collectors.joining()))
                        .provenance(provenance)
                        .render());
    }

    private static ResultTable judges(SatisfactionReport report) {
        return new ResultTable(
                "judges",
                report.turns() + " rated turns of " + report.dialogues() + " dialogues (" + report.silent()
                        + " without one), figures over the " + report.compared()
                        + " with an answer: Spearman's rho and mean absolute error of the expected score against the mean"
                        + " of the annotators, quadratic kappa of both rounded, AUC of telling satisfied (3 and above)"
                        + " from dissatisfied; 95 % bootstrap intervals over dialogues. Stretched: by a line fitted on"
                        + " other dialogues; the control says their mean.",
                List.of("judge"),
                List.of("Spearman", "kappa", "MAE", "AUC"),
                report.rows().stream()
                        .map(row -> List.of(
                                new Cell.Words(row.name()),
                                Cell.of(row.spearman()),
                                Cell.of(row.kappa()),
                                Cell.of(row.mae()),
                                Cell.of(row.auc())))
                        .toList());
    }

    private static ResultTable scores(SatisfactionReport report) {
        return new ResultTable(
                "scores",
                "How often each score was given, rounded",
                List.of("score"),
                List.of("people", "judge"),
                report.scores().stream()
                        .map(score -> List.<Cell>of(
                                new Cell.Words(Integer.toString(score.score())),
                                new Cell.Count(score.people()),
                                new Cell.Count(score.judge())))
                        .toList());
    }

    private static ResultTable failures(SatisfactionReport report) {
        return new ResultTable(
                "failures",
                "Turns without an answer, which are in no figure",
                List.of("cause"),
                List.of("turns"),
                report.failures().entrySet().stream()
                        .map(entry -> List.<Cell>of(new Cell.Words(entry.getKey()), new Cell.Count(entry.getValue())))
                        .toList());
    }
}
