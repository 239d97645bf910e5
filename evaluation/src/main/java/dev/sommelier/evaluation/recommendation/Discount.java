package dev.sommelier.evaluation.recommendation;

import java.util.stream.IntStream;

/// What a rank is worth.
final class Discount {
    private static final double LOG_2 = Math.log(2);
    private static final double[] FIRST = IntStream.rangeClosed(0, 1024)
            .mapToDouble(rank -> LOG_2 / Math.log(rank + 1.0))
            .toArray();

    private Discount() {}

    /// `1 / log2(rank + 1)`, 1 at rank 1.
    static double log2(int rank) {
        return rank < FIRST.length ? FIRST[rank] : LOG_2 / Math.log(rank + 1.0);
    }

    /// `1 / max(log2(rank), 1)`, 1 at ranks 1 and 2.
    static double lateLog2(int rank) {
        return rank <= 2 ? 1 : log2(rank - 1);
    }
}
