package dev.sommelier.experiments.agreement;

import dev.sommelier.evaluation.significance.PairClass;
import dev.sommelier.evaluation.significance.Preservation;
import dev.sommelier.evaluation.significance.SystemComparison;
import dev.sommelier.experiments.report.Figures;
import dev.sommelier.experiments.report.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// System rankings for a terminal.
public final class SystemRankingText {
    private static final String NONE = "–";

    private SystemRankingText() {}

    /// The whole report.
    public static String render(SystemRankingReport report) {
        var parts = new ArrayList<>(List.of(correlations(report), systems(report), preservation(report)));
        if (!report.warnings().isEmpty()) {
            parts.add(Notes.each("! ", report.warnings()));
        }
        return String.join("\n", parts);
    }

    private static String correlations(SystemRankingReport report) {
        var table = TextTable.of(List.of("correlation"), List.of("all systems", "human top " + report.k()));
        report.correlations().forEach(row -> table.row(List.of(row.measure(), orNone(row.all()), orNone(row.top()))));
        return report.metric() + " of " + report.systems().size() + " systems: " + report.human() + " ("
                + report.humanTopics().size() + " topics) against " + report.label() + " ("
                + report.labelTopics().size() + " topics)\n" + table.render() + "Largest rank change: "
                + report.largestRankChange() + "\n";
    }

    private static String systems(SystemRankingReport report) {
        var table = TextTable.of(List.of("system"), List.of("human", "rank", "labels", "rank", "change"));
        report.systems().stream()
                .sorted(Comparator.comparingInt(SystemRankingReport.SystemScores::humanRank))
                .limit(Math.max(report.k(), 1))
                .forEach(system -> table.row(List.of(
                        system.name(),
                        Figures.four(system.humanMean()),
                        Integer.toString(system.humanRank()),
                        Figures.four(system.labelMean()),
                        Integer.toString(system.labelRank()),
                        Integer.toString(system.humanRank() - system.labelRank()))));
        return "The human top " + report.k() + "\n" + table.render();
    }

    private static String preservation(SystemRankingReport report) {
        var numbers = new ArrayList<>(List.of("pairs"));
        Arrays.stream(PairClass.values()).forEach(kind -> numbers.add(kind.name()));
        numbers.addAll(List.of("FPR", "FNR", "pub. bias"));
        var table = TextTable.of(List.of("test", "systems"), numbers);
        for (SystemComparison comparison : report.comparisons()) {
            table.row(row(comparison.test(), "all", comparison.all()));
            table.row(row(comparison.test(), "top " + comparison.k(), comparison.top()));
        }
        return "Pairs of systems: significant under both (A), one (M) or neither (P); same (A) or opposite (D) sign\n"
                + table.render();
    }

    private static List<String> row(String test, String systems, Preservation kept) {
        var cells = new ArrayList<>(List.of(test, systems, Integer.toString(kept.pairs())));
        kept.classes().values().forEach(count -> cells.add(Integer.toString(count)));
        cells.add(orNone(kept.falsePositiveRate()));
        cells.add(orNone(kept.falseNegativeRate()));
        cells.add(orNone(kept.publicationBias()));
        return cells;
    }

    private static String orNone(OptionalDouble value) {
        return value.isPresent() ? Figures.four(value.getAsDouble()) : NONE;
    }
}
