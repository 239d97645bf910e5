package dev.sommelier.experiments.agreement;

import dev.sommelier.experiments.report.Cell;
import dev.sommelier.experiments.report.ResultTable;
import java.util.ArrayList;
import java.util.List;

/// Paired comparisons as tables.
final class SignificanceTables {
    private SignificanceTables() {}

    /// Every table of the report.
    static List<ResultTable> of(SignificanceReport report) {
        return List.of(means(report), differences(report), tests(report));
    }

    static ResultTable means(SignificanceReport report) {
        return new ResultTable(
                "means",
                report.metric() + " over the same " + report.topics().size() + " topics; 95 % bootstrap interval",
                List.of("result"),
                List.of("mean [95 %]"),
                report.results().stream()
                        .map(result ->
                                List.<Cell>of(new Cell.Words(result.name()), new Cell.Estimate(result.mean(), false)))
                        .toList());
    }

    static ResultTable differences(SignificanceReport report) {
        var rows = report.pairs().stream()
                .map(pair -> List.of(
                        new Cell.Words(pair.first()),
                        new Cell.Words(pair.second()),
                        new Cell.Estimate(pair.tInterval(), true),
                        new Cell.Estimate(pair.bootstrapInterval(), true),
                        Cell.of(pair.effect()),
                        new Cell.Count(pair.better()),
                        new Cell.Count(pair.worse())))
                .toList();
        return new ResultTable(
                "differences",
                "First minus second, topic by topic, with 95 % intervals; d is the mean over the standard deviation of"
                        + " the differences",
                List.of("first", "second"),
                List.of("by Student's t", "by bootstrap", "d", "better", "worse"),
                rows);
    }

    static ResultTable tests(SignificanceReport report) {
        var numbers = new ArrayList<>(report.pairs().getFirst().tests().stream()
                .map(test -> test.test())
                .toList());
        if (!report.tukey().isEmpty()) {
            numbers.add("Tukey HSD");
        }
        var rows = new ArrayList<List<Cell>>();
        for (int i = 0; i < report.pairs().size(); i++) {
            var pair = report.pairs().get(i);
            var row = new ArrayList<Cell>(List.of(new Cell.Words(pair.first()), new Cell.Words(pair.second())));
            pair.corrected().forEach(p -> row.add(new Cell.Chance(p)));
            if (!report.tukey().isEmpty()) {
                row.add(new Cell.Chance(report.tukey().get(i)));
            }
            rows.add(row);
        }
        return new ResultTable(
                "tests",
                "p-values, two-sided, corrected for " + report.pairs().size() + " pairs by " + report.correction()
                        + " (Tukey HSD is randomised and corrects itself)",
                List.of("first", "second"),
                numbers,
                rows);
    }
}
