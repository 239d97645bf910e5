package dev.sommelier.experiments.agreement;

import java.util.ArrayList;

/// Agreement for a terminal.
public final class AgreementText {
    private AgreementText() {}

    /// The table of all sets, which of them cannot be told apart, and what to know before believing it.
    ///
    /// @param detailed whether each set's measures, confusion and lengths follow
    public static String render(AgreementReport report, boolean detailed) {
        var parts = new ArrayList<String>();
        parts.add(AgreementTables.summary(report).render());
        if (detailed) {
            for (var set : AgreementTables.all(report)) {
                parts.add(AgreementTables.measures(set, 0).render());
                parts.add(AgreementTables.confusion(report, set, 0).render());
                if (!set.byLength().isEmpty()) {
                    parts.add(AgreementTables.lengths(set, 0).render());
                }
            }
        }
        if (!report.differences().isEmpty()) {
            parts.add(AgreementTables.differencesToBest(report).render());
        }
        if (!report.warnings().isEmpty()) {
            parts.add(Notes.each("! ", report.warnings()));
        }
        return String.join("\n", parts);
    }
}
