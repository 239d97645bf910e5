package dev.sommelier.evaluation.significance;

import dev.sommelier.evaluation.ClaimCheck;
import java.util.Locale;

/// Says in words what a comparison supports.
final class Words {
    private Words() {}

    static String of(PairedComparison pair, double level) {
        var difference = pair.tInterval();
        var test = pair.tests().getFirst();
        double p = pair.corrected().getFirst();
        var numbers = String.format(
                Locale.ROOT,
                "difference %+.4f, 95 %% interval %+.4f to %+.4f, %s p = %.4f corrected",
                difference.mean(),
                difference.low(),
                difference.high(),
                test.test(),
                p);
        if (p >= level) {
            return pair.first() + " and " + pair.second() + " cannot be told apart on " + pair.topics() + " topics ("
                    + numbers + ").";
        }
        boolean first = difference.mean() > 0;
        var caution = pair.topics() < ClaimCheck.FEWEST_USERS
                ? " Fewer than " + ClaimCheck.FEWEST_USERS + " topics: a small sample, to be confirmed on more."
                : "";
        return (first ? pair.first() : pair.second()) + " is better than " + (first ? pair.second() : pair.first())
                + " on " + pair.topics() + " topics (" + numbers + ")." + caution;
    }
}
