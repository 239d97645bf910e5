package dev.sommelier.judges.audit;

import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Usage;
import dev.sommelier.evaluation.Interval;
import dev.sommelier.evaluation.Proportion;
import dev.sommelier.judges.preference.Preference;
import dev.sommelier.judges.preference.PreferenceOutcome;
import dev.sommelier.judges.relevance.DocumentPreferences;
import dev.sommelier.judges.relevance.RelevancePair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Tests a judge of two documents: how often the place in which a document is shown decides, for each two successive
/// documents of a topic.
public final class SwapAudit {
    private SwapAudit() {}

    /// The report: one row whose flips are the duels that the place decided, and whose rises are those that it decided
    /// for the document shown first.
    ///
    /// @param sample pairs, successive ones of a topic become duels
    /// @throws SommelierException if no topic has two
    public static AuditReport run(DocumentPreferences preferences, List<RelevancePair> sample) {
        var last = new HashMap<String, RelevancePair>();
        var duels = new ArrayList<DocumentPreferences.Duel>();
        for (var pair : sample) {
            var before = last.put(pair.topic().id(), pair);
            if (before != null) {
                duels.add(new DocumentPreferences.Duel(pair.topic(), before.document(), pair.document()));
            }
        }
        if (duels.isEmpty()) {
            throw new SommelierException(
                    "an audit of documents in the other order compares two of one topic, and each of the "
                            + sample.size() + " pairs drawn is of another topic; draw more by --sample");
        }
        var compared = preferences.compare(duels).stream()
                .filter(PreferenceOutcome.Compared.class::isInstance)
                .map(outcome -> ((PreferenceOutcome.Compared) outcome).preference())
                .toList();
        int n = compared.size();
        int placed = count(compared, 0) + count(compared, 1);
        var row = new AuditReport.Row(
                "position",
                "swapped",
                "two documents shown in the other order; a flip is a duel that the place decided, a rise one that it"
                        + " decided for the first",
                n,
                duels.size() - n,
                share(placed, n),
                share(count(compared, 1), n),
                Optional.empty());
        var usage = compared.stream().map(Preference::usage).reduce(Usage.NONE, Usage::plus);
        return new AuditReport("pairwise", sample.size(), last.size(), List.of(row), usage);
    }

    /// The duels in which the text shown first (1) or the one shown second (0) was preferred in both orders.
    private static int count(List<Preference> preferences, int place) {
        return (int) preferences.stream()
                .filter(seen -> place == 1
                        ? seen.inOrder() > .5 && seen.swapped() < .5
                        : seen.inOrder() < .5 && seen.swapped() > .5)
                .count();
    }

    private static Optional<Interval> share(int happened, int cases) {
        return cases == 0 ? Optional.empty() : Optional.of(Proportion.of(happened, cases));
    }
}
