package dev.sommelier.experiments.judging;

import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.ResultTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The tables of a job's report.
final class JudgingTables {
    private JudgingTables() {}

    static ResultTable outcomes(JudgingReport report) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(
                List.of(new Cell.Words("graded"), new Cell.Count(report.counts().done())));
        report.counts()
                .causes()
                .forEach(
                        (cause, count) -> rows.add(List.of(new Cell.Words("failed: " + cause), new Cell.Count(count))));
        rows.add(List.of(
                new Cell.Words("pending"), new Cell.Count(report.counts().pending())));
        var cut = report.shortened();
        if (!cut.truncation().isEmpty()) {
            var unknown = cut.unknown() == 0 ? "" : ", of " + cut.unknown() + " unknown";
            rows.add(List.of(
                    new Cell.Words("text shortened (" + cut.truncation() + unknown + ")"),
                    new Cell.Count(cut.shortened())));
        }
        return new ResultTable(
                "outcomes", "What became of the wanted pairs", List.of("outcome"), List.of("pairs"), rows);
    }

    static ResultTable grades(JudgingReport report) {
        return new ResultTable(
                "grades",
                "How often each grade was given; the columns beside the human's are over the " + report.compared()
                        + " pairs that both graded",
                List.of("grade"),
                List.of("judge, all", "judge, same pairs", "human"),
                report.grades().stream()
                        .<List<Cell>>map(row -> List.of(
                                new Cell.Words(Integer.toString(row.grade())),
                                new Cell.Count(row.label()),
                                new Cell.Count(row.labelCompared()),
                                new Cell.Count(row.human())))
                        .toList());
    }

    static ResultTable cost(JudgingReport report) {
        var usage = report.usage();
        var rows = new ArrayList<List<Cell>>();
        rows.add(row("calls", usage.calls()));
        rows.add(row("prompt tokens decoded", usage.promptTokens()));
        rows.add(row("prompt tokens reused", usage.sharedTokens()));
        rows.add(row("tokens generated", usage.generatedTokens()));
        rows.add(List.of(new Cell.Words("seconds in the model"), new Cell.Amount(seconds(usage.time()))));
        return new ResultTable("cost", "What the outcomes cost", List.of("what"), List.of("sum"), rows);
    }

    private static List<Cell> row(String what, long count) {
        return List.of(new Cell.Words(what), new Cell.Count(count));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    /// How the disagreements stand.
    static String order(JudgingReport report) {
        return report.confident()
                ? "the most confident first"
                : "the largest difference first (the method has no probabilities)";
    }

    static ResultTable disagreements(JudgingReport report) {
        return new ResultTable(
                "disagreements",
                "Where the judge differs from the human, " + order(report),
                List.of("topic", "document"),
                List.of("human", "judge", "confidence"),
                report.disagreements().stream()
                        .<List<Cell>>map(pair -> List.of(
                                new Cell.Words(pair.topic()),
                                new Cell.Words(pair.document()),
                                new Cell.Count(pair.human()),
                                new Cell.Count(pair.label()),
                                new Cell.Figure(pair.confidence())))
                        .toList());
    }
}
