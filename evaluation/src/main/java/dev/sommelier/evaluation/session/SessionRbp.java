package dev.sommelier.evaluation.session;

import java.util.Locale;

/// Session rank-biased precision: `(1 - p) * sum over queries m of ((p - bp) / (1 - bp))^(m - 1) * sum over ranks n of
/// (bp)^(n - 1) * gain`, where a user goes on with chance p, and then to the next document with chance b, else to the
/// next query. With b = 1 it is rank-biased precision of the first query.
///
/// From 0 to 1, 0 when nothing relevant is shown. The gain is `grade / highest grade`. Ranks are as shown, so there are
/// no ties.
///
/// Source: Lipani, Carterette and Yilmaz, *From a user model for query sessions to session rank biased precision
/// (sRBP)*, ICTIR 2019, [doi:10.1145/3341981.3344216](https://doi.org/10.1145/3341981.3344216). The weights follow
/// from its user model; no published values were at hand.
///
/// @param persistence p, between 0 and 1
/// @param balance b, from 0 to 1
/// @param highest the highest grade of the scale
public record SessionRbp(double persistence, double balance, int highest) implements SessionMetric {
    public SessionRbp {
        if (!(persistence > 0 && persistence < 1 && balance >= 0 && balance <= 1) || highest < 1) {
            throw new IllegalArgumentException(
                    "persistence must be between 0 and 1, balance from 0 to 1 and the highest"
                            + " grade at least 1, got " + persistence + ", " + balance + " and " + highest);
        }
    }

    @Override
    public String name() {
        return String.format(Locale.ROOT, "sRBP(p=%s,b=%s)", persistence, balance);
    }

    @Override
    public double of(Session session) {
        double down = balance * persistence;
        double next = (persistence - down) / (1 - down);
        double queryWeight = 1 - persistence;
        double value = 0;
        for (var results : session.queries()) {
            double weight = queryWeight;
            for (var shown : results) {
                value += weight * shown.grade() / highest;
                weight *= down;
            }
            queryWeight *= next;
        }
        return value;
    }
}
