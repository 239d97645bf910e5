package dev.sommelier.evaluation.significance;

import java.util.SplittableRandom;

/// The paired randomisation test of the mean difference: how often differences with random signs have a mean as far
/// from 0 as the one seen.
///
/// With `2^topics` at most the number of draws, all sign patterns are counted and the p-value is exact; otherwise it is
/// `(as extreme + 1) / (draws + 1)` of seeded random patterns, so it is never 0. A sum within rounding of the one seen
/// counts as equal to it.
///
/// Source: Smucker, Allan and Carterette, *A comparison of statistical significance tests for information retrieval
/// evaluation*, CIKM 2007, [doi:10.1145/1321440.1321528](https://doi.org/10.1145/1321440.1321528).
///
/// @param draws the number of random patterns, at least 1
/// @param seed of the patterns
public record Randomisation(int draws, long seed) implements PairedTest {
    public Randomisation {
        if (draws < 1) {
            throw new IllegalArgumentException("a randomisation test needs at least one draw, got " + draws);
        }
    }

    @Override
    public String name() {
        return "randomisation";
    }

    @Override
    public TestResult of(double[] differences) {
        PairedTest.check(differences);
        double seen = 0;
        double size = 0;
        for (double difference : differences) {
            seen += difference;
            size += Math.abs(difference);
        }
        double atLeast = Math.abs(seen) - 1e-12 * size;
        double mean = seen / differences.length;
        if (differences.length < 31 && 1L << differences.length <= draws) {
            int patterns = 1 << differences.length;
            int extreme = 0;
            for (int pattern = 0; pattern < patterns; pattern++) {
                extreme += Math.abs(sum(differences, pattern)) >= atLeast ? 1 : 0;
            }
            return new TestResult(
                    name(), "exact, all " + patterns + " sign patterns", mean, (double) extreme / patterns);
        }
        var random = new SplittableRandom(seed);
        int extreme = 0;
        for (int draw = 0; draw < draws; draw++) {
            double sum = 0;
            long signs = 0;
            for (int i = 0; i < differences.length; i++) {
                signs = i % 64 == 0 ? random.nextLong() : signs >>> 1;
                // The sign bit is set without a branch: random branches would cost more than the sum.
                sum += Double.longBitsToDouble(Double.doubleToRawLongBits(differences[i]) ^ (signs << 63));
            }
            extreme += Math.abs(sum) >= atLeast ? 1 : 0;
        }
        return new TestResult(name(), draws + " draws, seed " + seed, mean, (extreme + 1.0) / (draws + 1.0));
    }

    private static double sum(double[] differences, int pattern) {
        double sum = 0;
        for (int i = 0; i < differences.length; i++) {
            sum += (pattern >>> i & 1) == 0 ? differences[i] : -differences[i];
        }
        return sum;
    }
}
