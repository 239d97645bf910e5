package dev.sommelier.evaluation;

import java.util.Locale;

/// Says in words what the interval of a paired difference supports.
///
/// A claim needs an interval that leaves out 0 and enough users: below [#FEWEST_USERS], resampled intervals are too
/// narrow to be trusted, whatever they leave out.
public final class ClaimCheck {
    /// The fewest users that can carry a claim.
    public static final int FEWEST_USERS = 30;

    private ClaimCheck() {}

    /// Whether the difference may be claimed.
    public static boolean supports(Interval difference) {
        return difference.n() >= FEWEST_USERS && !difference.contains(0);
    }

    /// One sentence, such as `20 users are too few for a claim: the 95 % interval of the difference, -0.0500 to
    /// +0.1500,
    /// includes 0.`
    ///
    /// @param difference from [Bootstrap#difference(double[], double[], long)]
    public static String describe(Interval difference) {
        var interval = String.format(
                Locale.ROOT,
                "the %.0f %% interval of the difference, %+.4f to %+.4f,",
                100 * difference.confidence(),
                difference.low(),
                difference.high());
        if (supports(difference)) {
            return String.format(
                    Locale.ROOT,
                    "The difference of %+.4f is supported: over %d users, %s leaves out 0.",
                    difference.mean(),
                    difference.n(),
                    interval);
        }
        if (difference.n() >= FEWEST_USERS) {
            return "No claim: over " + difference.n() + " users, " + interval + " includes 0" + needed(difference)
                    + ".";
        }
        var users = difference.n() == 1 ? "1 user is" : difference.n() + " users are";
        var reason = difference.contains(0)
                ? " includes 0" + needed(difference) + "."
                : " leaves out 0, but below " + FEWEST_USERS + " users such intervals are too narrow.";
        return users + " too few for a claim: " + interval + reason;
    }

    /// The width of an interval shrinks with the square root of the number of users.
    private static String needed(Interval difference) {
        double halfWidth = (difference.high() - difference.low()) / 2;
        double factor = Math.pow(halfWidth / Math.abs(difference.mean()), 2);
        double users = Math.ceil(difference.n() * factor);
        return users > difference.n() && users < 1_000_000
                ? "; a difference of this size would need about " + (long) users + " users"
                : "";
    }
}
