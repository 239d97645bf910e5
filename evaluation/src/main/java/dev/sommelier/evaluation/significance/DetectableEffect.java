package dev.sommelier.evaluation.significance;

import org.apache.commons.statistics.distribution.TDistribution;

/// How large a mean difference must be to be found by a paired t-test on so many topics or users.
///
/// `(t(1 - level/2) + t(power)) * s / sqrt(n)`, the quantiles of Student's t with `n - 1` degrees of freedom and `s`
/// the standard deviation of the differences. A difference that was not found and is larger than this is unlikely; a
/// smaller one can be there. Source: Cohen, *Statistical power analysis for the behavioral sciences*, 1988; for
/// retrieval Sakai, *Topic set size design*, Information Retrieval Journal 2016,
/// [doi:10.1007/s10791-015-9273-z](https://doi.org/10.1007/s10791-015-9273-z).
public final class DetectableEffect {
    /// The share of true differences to find that is usual.
    public static final double POWER = 0.8;

    private DetectableEffect() {}

    /// The smallest difference that is found with the given probability.
    ///
    /// @param differences one for each topic or user, finite, at least two
    /// @param level of the two-sided test, such as .05
    /// @param power the probability to find it, such as [#POWER]
    public static double of(double[] differences, double level, double power) {
        PairedTest.check(differences);
        if (!(level > 0 && level < 1) || !(power > 0 && power < 1)) {
            throw new IllegalArgumentException(
                    "level and power must be between 0 and 1, got " + level + " and " + power);
        }
        var moments = Moments.of(differences);
        var t = TDistribution.of(moments.n() - 1.0);
        return (t.inverseSurvivalProbability(level / 2) + t.inverseCumulativeProbability(power))
                * moments.standardError();
    }
}
