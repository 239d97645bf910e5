package dev.sommelier.evaluation.significance;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/// The sign test: whether as many topics are better as are worse. Topics without a difference are left out; the p-value
/// is exact, twice the smaller binomial tail. Without any difference p is 1.
///
/// Source: Dixon and Mood, *The statistical sign test*, 1946,
/// [doi:10.1080/01621459.1946.10501898](https://doi.org/10.1080/01621459.1946.10501898).
public record SignTest() implements PairedTest {
    @Override
    public String name() {
        return "sign";
    }

    @Override
    public TestResult of(double[] differences) {
        PairedTest.check(differences);
        int better = 0;
        int worse = 0;
        for (double difference : differences) {
            better += difference > 0 ? 1 : 0;
            worse += difference < 0 ? 1 : 0;
        }
        int n = better + worse;
        double p = n == 0 ? 1 : 2 * BinomialDistribution.of(n, 0.5).cumulativeProbability(Math.min(better, worse));
        return new TestResult(name(), "exact, zeros left out", better, Math.min(1, p));
    }
}
