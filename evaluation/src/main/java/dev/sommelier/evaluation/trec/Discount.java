package dev.sommelier.evaluation.trec;

/// The base-2 logarithm of whole numbers, exact for powers of two as C's `log2` is.
final class Discount {
    private static final double LN_2 = Math.log(2);
    private static final double[] TABLE = table(1026);

    private Discount() {}

    /// `log2(rank + 2)` for a rank from 0.
    static double at(int rank) {
        return rank + 2 < TABLE.length ? TABLE[rank + 2] : log2(rank + 2);
    }

    private static double[] table(int size) {
        var table = new double[size];
        for (int n = 1; n < size; n++) {
            table[n] = log2(n);
        }
        return table;
    }

    private static double log2(int n) {
        int whole = Math.getExponent((double) n);
        double rest = Math.scalb((double) n, -whole);
        return rest == 1 ? whole : Math.log(n) / LN_2;
    }
}
