package dev.sommelier.experiments.agreement;

import dev.sommelier.evaluation.significance.PairedComparison;
import dev.sommelier.experiments.report.Figures;
import dev.sommelier.experiments.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Paired comparisons for a terminal.
public final class SignificanceText {
    private static final String NONE = "–";

    private SignificanceText() {}

    /// The whole report.
    public static String render(SignificanceReport report) {
        var parts = new ArrayList<>(List.of(means(report), differences(report), tests(report)));
        parts.add(Notes.each("", report.statements()));
        if (!report.warnings().isEmpty()) {
            parts.add(Notes.each("! ", report.warnings()));
        }
        return String.join("\n", parts);
    }

    private static String means(SignificanceReport report) {
        var table = TextTable.of(List.of("result"), List.of("mean [95 % bootstrap]"));
        report.results().forEach(result -> table.row(List.of(result.name(), Figures.interval(result.mean()))));
        return report.metric() + " over the same " + report.topics().size() + " topics\n" + table.render();
    }

    private static String differences(SignificanceReport report) {
        var table = TextTable.of(
                List.of("first", "second"), List.of("difference [95 % t]", "bootstrap", "d", "better", "worse"));
        for (PairedComparison pair : report.pairs()) {
            var bootstrap = pair.bootstrapInterval();
            table.row(List.of(
                    pair.first(),
                    pair.second(),
                    Figures.difference(pair.tInterval()),
                    "[" + Figures.four(bootstrap.low()) + ", " + Figures.four(bootstrap.high()) + "]",
                    pair.effect().isPresent()
                            ? String.format(Locale.ROOT, "%+.2f", pair.effect().getAsDouble())
                            : NONE,
                    Integer.toString(pair.better()),
                    Integer.toString(pair.worse())));
        }
        return "Differences, topic by topic; d is the mean over the standard deviation\n" + table.render();
    }

    private static String tests(SignificanceReport report) {
        var first = report.pairs().getFirst();
        var numbers = new ArrayList<>(first.tests().stream()
                .map(test -> test.test().replace(" signed rank", ""))
                .toList());
        if (!report.tukey().isEmpty()) {
            numbers.add("Tukey HSD");
        }
        var table = TextTable.of(List.of("first", "second"), numbers);
        for (int i = 0; i < report.pairs().size(); i++) {
            var pair = report.pairs().get(i);
            var cells = new ArrayList<>(List.of(pair.first(), pair.second()));
            pair.corrected().forEach(p -> cells.add(Figures.four(p)));
            if (!report.tukey().isEmpty()) {
                cells.add(Figures.four(report.tukey().get(i)));
            }
            table.row(cells);
        }
        return "p-values, two-sided, corrected for " + report.pairs().size() + " pairs by " + report.correction()
                + " (Tukey HSD is randomised and corrects itself)\n" + table.render();
    }
}
