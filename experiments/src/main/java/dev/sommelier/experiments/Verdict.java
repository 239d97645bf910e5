package dev.sommelier.experiments;

import dev.sommelier.evaluation.ClaimCheck;
import dev.sommelier.evaluation.Interval;

/// What a paired difference allows to say.
public enum Verdict {
    /// The interval lies above 0.
    AHEAD("ahead"),
    /// The interval lies below 0.
    BEHIND("behind"),
    /// The interval holds 0.
    UNDECIDED("undecided"),
    /// Too few users for a claim, whatever the interval says.
    TOO_FEW("too few users");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /// The verdict as tables show it.
    public String words() {
        return words;
    }

    /// @param difference a paired difference
    static Verdict of(Interval difference) {
        if (difference.n() < ClaimCheck.FEWEST_USERS) {
            return TOO_FEW;
        }
        if (!ClaimCheck.supports(difference)) {
            return UNDECIDED;
        }
        return difference.mean() > 0 ? AHEAD : BEHIND;
    }
}
