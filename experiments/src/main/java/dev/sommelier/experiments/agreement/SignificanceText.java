package dev.sommelier.experiments.agreement;

import dev.sommelier.experiments.report.ResultTable;
import java.util.ArrayList;

/// Paired comparisons for a terminal.
public final class SignificanceText {
    private SignificanceText() {}

    /// Means, differences, tests and what they come to in words.
    public static String render(SignificanceReport report) {
        var parts = new ArrayList<>(
                SignificanceTables.of(report).stream().map(ResultTable::render).toList());
        parts.add(Notes.each("", report.statements()));
        if (!report.warnings().isEmpty()) {
            parts.add(Notes.each("! ", report.warnings()));
        }
        return String.join("\n", parts);
    }
}
