package dev.sommelier.evaluation.significance;

import java.util.List;

/// A two-sided test of paired differences, one for each topic.
public sealed interface PairedTest permits PairedT, Randomisation, SignTest, WilcoxonSignedRank {
    /// The test's name with its variant.
    String name();

    /// Tests whether the differences are around 0.
    ///
    /// @param differences finite, at least two
    TestResult of(double[] differences);

    /// The four tests; randomisation with 10,000 draws.
    static List<PairedTest> all(long seed) {
        return List.of(new PairedT(), new WilcoxonSignedRank(), new SignTest(), new Randomisation(10_000, seed));
    }

    /// Refuses what no test can be made of.
    static void check(double[] differences) {
        if (differences.length < 2) {
            throw new IllegalArgumentException("a paired test needs at least two topics, got " + differences.length);
        }
        for (int i = 0; i < differences.length; i++) {
            if (!Double.isFinite(differences[i])) {
                throw new IllegalArgumentException("differences must be finite: number " + i + " is " + differences[i]);
            }
        }
    }
}
