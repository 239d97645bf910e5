package dev.sommelier.experiments.agreement;

import java.util.ArrayList;
import java.util.List;

/// System rankings for a terminal.
public final class SystemRankingText {
    private SystemRankingText() {}

    /// Correlations, the human's top systems and what significance becomes.
    public static String render(SystemRankingReport report) {
        var parts = new ArrayList<>(List.of(
                SystemRankingTables.correlations(report).render() + "Largest change of rank: "
                        + report.largestRankChange() + "\n",
                SystemRankingTables.top(report).render(),
                SystemRankingTables.preservation(report).render()));
        if (!report.warnings().isEmpty()) {
            parts.add(Notes.each("! ", report.warnings()));
        }
        return String.join("\n", parts);
    }
}
