package dev.sommelier.evaluation.significance;

import dev.sommelier.evaluation.significance.SignedRanks.Ranked;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Wilcoxon's signed-rank test. Topics without a difference are left out (Wilcoxon's own rule), equal sizes share their
/// mean rank.
///
/// With at most [#EXACT] differences the p-value is exact: the share of all sign patterns of the given ranks, ties
/// included, whose rank sum is as far from the middle. Above, it is the normal approximation with tie correction and
/// without continuity correction, SciPy's `method="approx"`. Without any difference p is 1.
///
/// Source: Wilcoxon, *Individual comparisons by ranking methods*, 1945,
/// [doi:10.2307/3001968](https://doi.org/10.2307/3001968).
public record WilcoxonSignedRank() implements PairedTest {
    /// Up to how many differences the exact distribution is used.
    public static final int EXACT = 50;

    @Override
    public String name() {
        return "Wilcoxon signed rank";
    }

    @Override
    public TestResult of(double[] differences) {
        PairedTest.check(differences);
        var ranked = SignedRanks.of(differences);
        if (ranked.n() == 0) {
            return new TestResult(name(), "no difference", 0, 1);
        }
        return ranked.n() <= EXACT
                ? new TestResult(name(), "exact, zeros left out", ranked.positive(), SignedRanks.exact(ranked))
                : new TestResult(name(), "normal approximation, zeros left out", ranked.positive(), normal(ranked));
    }

    private static double normal(Ranked ranked) {
        double n = ranked.n();
        double variance = n * (n + 1) * (2 * n + 1) / 24 - ranked.tieTerm() / 48;
        double z = Math.abs(ranked.positive() - n * (n + 1) / 4) / Math.sqrt(variance);
        return Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(z));
    }
}
