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
            parts.add(plural(counts.outOfRange(), "label") + " outside the scale (policy " + range + ")");
        }
        if (counts.humanOutOfRange() > 0) {
            parts.add(plural(counts.humanOutOfRange(), "human grade") + " outside the scale (policy " + range + ")");
        }
        if (counts.missing() > 0) {
            parts.add(plural(counts.missing(), "pair") + " without a label (policy " + missing + ")");
        }
        if (counts.failed() > 0) {
            var causes = counts.causes().entrySet().stream()
                    .map(cause -> cause.getKey() + " " + cause.getValue())
                    .collect(Collectors.joining(", "));
            parts.add(plural(counts.failed(), "failed pair") + " (" + causes + "; policy " + missing + ")");
        }
        if (counts.extra() > 0) {
            parts.add(plural(counts.extra(), "label") + " of pairs that the human did not judge (left out)");
        }
        return String.join("; ", parts) + "; " + counts.compared() + " of " + counts.human() + " pairs compared.";
    }

    private static String plural(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
