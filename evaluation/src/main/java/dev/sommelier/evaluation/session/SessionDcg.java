package dev.sommelier.evaluation.session;

import java.util.Locale;

/// Session discounted cumulated gain: the sum over queries q and ranks r of `(2^grade - 1) / (log_b(r + b - 1) *
/// log_bq(q + bq - 1))`, so that later queries count less, as a user had to work for them.
///
/// At least 0, without an upper end; 0 when nothing relevant is shown. Ranks are as shown, so there are no ties.
///
/// Source: Järvelin, Price, Delcambre and Nielsen, *Discounted cumulated gain based evaluation of multiple-query IR
/// sessions*, ECIR 2008, in the form that Jiang and Allan, *Correlation between system and user metrics in a session*,
/// CHIIR 2016, compute.
///
/// @param base b, the base of the discount by rank, above 1, usually 2
/// @param queryBase bq, the base of the discount by query, above 1, usually 4
/// @param k how many ranks of each query count
public record SessionDcg(double base, double queryBase, int k) implements SessionMetric {
    public SessionDcg {
        if (!(base > 1 && queryBase > 1) || k < 1) {
            throw new IllegalArgumentException(
                    "bases must be above 1 and k at least 1, got " + base + ", " + queryBase + " and " + k);
        }
    }

    @Override
    public String name() {
        return String.format(Locale.ROOT, "sDCG@%d(b=%s,bq=%s)", k, base, queryBase);
    }

    @Override
    public double of(Session session) {
        double value = 0;
        for (int q = 0; q < session.queries().size(); q++) {
            var results = session.queries().get(q);
            double gain = 0;
            for (int r = 0; r < Math.min(k, results.size()); r++) {
                gain += (Math.pow(2, results.get(r).grade()) - 1) / log(base, r + base);
            }
            value += gain / log(queryBase, q + queryBase);
        }
        return value;
    }

    private static double log(double base, double x) {
        return Math.log(x) / Math.log(base);
    }
}
