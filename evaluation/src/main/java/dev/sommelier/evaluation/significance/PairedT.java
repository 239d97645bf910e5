package dev.sommelier.evaluation.significance;

import org.apache.commons.statistics.distribution.TDistribution;

/// Student's paired t-test: mean difference over its standard error, with `n - 1` degrees of freedom.
///
/// Differences that are all equal give p = 1 when they are 0 and p = 0 otherwise.
///
/// Source: Student, *The probable error of a mean*, 1908,
/// [doi:10.1093/biomet/6.1.1](https://doi.org/10.1093/biomet/6.1.1).
public record PairedT() implements PairedTest {
    @Override
    public String name() {
        return "paired t";
    }

    @Override
    public TestResult of(double[] differences) {
        PairedTest.check(differences);
        var moments = Moments.of(differences);
        if (moments.deviation() == 0) {
            boolean none = moments.mean() == 0;
            return new TestResult(name(), "all differences equal", none ? 0 : Double.MAX_VALUE, none ? 1 : 0);
        }
        double t = moments.mean() / moments.standardError();
        double p = 2 * TDistribution.of(differences.length - 1.0).survivalProbability(Math.abs(t));
        return new TestResult(name(), "t with " + (differences.length - 1) + " degrees of freedom", t, Math.min(1, p));
    }
}
