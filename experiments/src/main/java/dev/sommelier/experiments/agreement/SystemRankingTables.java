package dev.sommelier.experiments.agreement;

import dev.sommelier.evaluation.significance.PairClass;
import dev.sommelier.evaluation.significance.Preservation;
import dev.sommelier.experiments.agreement.SystemRankingReport.SystemScores;
import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.ResultTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// System rankings as tables.
final class SystemRankingTables {
    private SystemRankingTables() {}

    /// Every table of the report.
    static List<ResultTable> of(SystemRankingReport report) {
        return List.of(correlations(report), preservation(report), systems(report), topics(report));
    }

    static ResultTable correlations(SystemRankingReport report) {
        return new ResultTable(
                "correlations",
                report.metric() + " of " + report.systems().size() + " systems under " + report.human() + " ("
                        + report.humanTopics().size() + " topics) and under " + report.label() + " ("
                        + report.labelTopics().size() + " topics)",
                List.of("correlation"),
                List.of("all systems", "human top " + report.k()),
                report.correlations().stream()
                        .map(row -> List.of(new Cell.Words(row.measure()), Cell.of(row.all()), Cell.of(row.top())))
                        .toList());
    }

    static ResultTable preservation(SystemRankingReport report) {
        var numbers = new ArrayList<>(List.of("pairs"));
        Arrays.stream(PairClass.values()).forEach(kind -> numbers.add(kind.name()));
        numbers.addAll(List.of("FPR", "FNR", "bias"));
        var rows = new ArrayList<List<Cell>>();
        for (var comparison : report.comparisons()) {
            rows.add(row(comparison.test(), "all", comparison.all()));
            rows.add(row(comparison.test(), "top " + comparison.k(), comparison.top()));
        }
        return new ResultTable(
                "preservation",
                "Pairs of systems: significant under both (A), one (M) or neither (P); same (A) or opposite (D) sign."
                        + " FPR: significant under the labels, of the pairs that are not under the human's; FNR: not significant, of"
                        + " those that are; bias: the share of the labels' significant pairs that the human's do not"
                        + " confirm",
                List.of("test", "systems"),
                numbers,
                rows);
    }

    private static List<Cell> row(String test, String systems, Preservation kept) {
        var cells = new ArrayList<Cell>(
                List.of(new Cell.Words(test), new Cell.Words(systems), new Cell.Count(kept.pairs())));
        kept.classes().values().forEach(count -> cells.add(new Cell.Count(count)));
        cells.add(Cell.of(kept.falsePositiveRate()));
        cells.add(Cell.of(kept.falseNegativeRate()));
        cells.add(Cell.of(kept.publicationBias()));
        return cells;
    }

    static ResultTable systems(SystemRankingReport report) {
        return systems("systems", "Every system, best under the human's labels first", report, Integer.MAX_VALUE);
    }

    static ResultTable top(SystemRankingReport report) {
        return systems("top", "The human's top " + report.k(), report, Math.max(report.k(), 1));
    }

    private static ResultTable systems(String id, String caption, SystemRankingReport report, int most) {
        var rows = report.systems().stream()
                .sorted(Comparator.comparingInt(SystemScores::humanRank))
                .limit(most)
                .map(system -> List.<Cell>of(
                        new Cell.Words(system.name()),
                        new Cell.Figure(system.humanMean()),
                        new Cell.Count(system.humanRank()),
                        new Cell.Figure(system.labelMean()),
                        new Cell.Count(system.labelRank()),
                        new Cell.Count(system.humanRank() - system.labelRank())))
                .toList();
        return new ResultTable(
                id,
                caption,
                List.of("system"),
                List.of("human", "rank", "labels", "label rank", "places gained"),
                rows);
    }

    static ResultTable topics(SystemRankingReport report) {
        return new ResultTable(
                "topics",
                "Kendall's tau-b of the systems' scores on each topic",
                List.of("topic"),
                List.of("tau-b"),
                report.perTopic().stream()
                        .map(topic -> List.of(new Cell.Words(topic.topic()), Cell.of(topic.tau())))
                        .toList());
    }
}
