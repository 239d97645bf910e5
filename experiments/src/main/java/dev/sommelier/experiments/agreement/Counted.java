package dev.sommelier.experiments.agreement;

import dev.sommelier.evaluation.agreement.PairCounts;
import dev.sommelier.evaluation.agreement.PairPolicy;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;

/// Says what could not be compared as it was, and what became of it.
final class Counted {
    private Counted() {}

    static String words(PairCounts counts, PairPolicy policy) {
        var parts = new ArrayList<String>();
        var range = policy.outOfRange().name().toLowerCase(Locale.ROOT);
        var missing = policy.missing().name().toLowerCase(Locale.ROOT);
        if (counts.outOfRange() > 0) {
            parts.add(counts.outOfRange() + " labels outside the scale (policy " + range + ")");
        }
        if (counts.humanOutOfRange() > 0) {
            parts.add(counts.humanOutOfRange() + " human grades outside the scale (policy " + range + ")");
        }
        if (counts.missing() > 0) {
            parts.add(counts.missing() + " pairs without a label (policy " + missing + ")");
        }
        if (counts.failed() > 0) {
            var causes = counts.causes().entrySet().stream()
                    .map(cause -> cause.getKey() + " " + cause.getValue())
                    .collect(Collectors.joining(", "));
            parts.add(counts.failed() + " failed pairs (" + causes + "; policy " + missing + ")");
        }
        if (counts.extra() > 0) {
            parts.add(counts.extra() + " labels of pairs that the human did not judge (left out)");
        }
        return String.join("; ", parts) + "; " + counts.compared() + " of " + counts.human() + " pairs compared.";
    }
}
