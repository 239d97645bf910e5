package dev.sommelier.evaluation.significance;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// The distribution of the studentised range: the range of `k` standard normal values over an independent estimate of
/// their standard deviation with `v` degrees of freedom.
///
/// The double integral of Copenhaver and Holland, *Computation of the distribution of the maximum studentized range
/// statistic*, JSCS 1988, [doi:10.1080/00949658808811082](https://doi.org/10.1080/00949658808811082), here by the
/// trapezoidal rule in `z` and in the logarithm of the estimate: both integrands are smooth and fall off at both ends,
/// where that rule is exact but for rounding. The upper tail is summed by itself, so small probabilities keep their
/// digits.
///
/// @param k the number of values, at least 2
/// @param v the degrees of freedom, at least 1
record StudentisedRange(int k, double v) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double END = 8.5;
    private static final double FARTHEST = 30;
    private static final double STEP = 0.1;
    private static final double WIDEST = 0.1;
    private static final double NEGLIGIBLE = -45;

    StudentisedRange {
        if (k < 2 || !(v >= 1)) {
            throw new IllegalArgumentException(
                    "a range needs 2 values and 1 degree of freedom, got " + k + " and " + v);
        }
    }

    /// The chance of at least `q`.
    double survival(double q) {
        if (!(q > 0)) {
            return 1;
        }
        // The estimate's logarithm has about this deviation; thirds of it are fine enough.
        double step = Math.min(WIDEST, Math.sqrt(0.5 / v) / 3);
        double sum = tail(q);
        double all = 1;
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 1; ; i++) {
                double t = side * i * step;
                double log = v * (t - Math.expm1(2 * t) / 2);
                if (log < NEGLIGIBLE) {
                    break;
                }
                double weight = Math.exp(log);
                all += weight;
                sum += weight * tail(q * Math.exp(t));
            }
        }
        return Math.min(1, sum / all);
    }

    /// The chance that the range of `k` standard normal values is at least `w`.
    private double tail(double w) {
        double sum = 0;
        // Far tails are made around the middle of a range, half of it up.
        double end = END + Math.min(w / 2, FARTHEST);
        for (double z = -END; z <= end; z += STEP) {
            double below = NORMAL.cumulativeProbability(z);
            double outside = NORMAL.cumulativeProbability(z - w) / below;
            sum += NORMAL.density(z) * Math.pow(below, k - 1) * -Math.expm1((k - 1) * Math.log1p(-outside));
        }
        return Math.min(1, k * sum * STEP);
    }
}
