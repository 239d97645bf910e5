package dev.sommelier.recommenders;

/// The one inner loop of all dense kernels: a weighted sum of rows added to a row.
///
/// Eight rows are read in each pass, and all arrays of a loop share one index, which is the form that the compiler
/// turns into vector instructions. Every element is summed in the order of the rows, so the result does not depend on
/// whether the loop was interpreted or compiled.
public final class Rows {
    private static final int WIDTH = 8;

    private Rows() {}

    /// Adds `sign * sum over m of weights[weightFrom + m] * rows[rowFrom + m]` for `m` from 0 to `count - 1` to the
    /// elements `from` to `to - 1` of a row.
    ///
    /// @param sign 1 to add, -1 to subtract
    public static void add(
            double[] target,
            double sign,
            double[] weights,
            int weightFrom,
            double[][] rows,
            int rowFrom,
            int count,
            int from,
            int to) {
        int m = 0;
        for (; m + WIDTH <= count; m += WIDTH) {
            addEight(target, sign, weights, weightFrom + m, rows, rowFrom + m, from, to);
        }
        for (; m < count; m++) {
            addOne(target, sign * weights[weightFrom + m], rows[rowFrom + m], from, to);
        }
    }

    /// Adds `weight * row` to the elements `from` to `to - 1` of a row.
    public static void addOne(double[] target, double weight, double[] row, int from, int to) {
        for (int c = from; c < to; c++) {
            target[c] += weight * row[c];
        }
    }

    private static void addEight(
            double[] target,
            double sign,
            double[] weights,
            int weightFrom,
            double[][] rows,
            int rowFrom,
            int from,
            int to) {
        double w0 = sign * weights[weightFrom];
        double w1 = sign * weights[weightFrom + 1];
        double w2 = sign * weights[weightFrom + 2];
        double w3 = sign * weights[weightFrom + 3];
        double w4 = sign * weights[weightFrom + 4];
        double w5 = sign * weights[weightFrom + 5];
        double w6 = sign * weights[weightFrom + 6];
        double w7 = sign * weights[weightFrom + 7];
        double[] r0 = rows[rowFrom];
        double[] r1 = rows[rowFrom + 1];
        double[] r2 = rows[rowFrom + 2];
        double[] r3 = rows[rowFrom + 3];
        double[] r4 = rows[rowFrom + 4];
        double[] r5 = rows[rowFrom + 5];
        double[] r6 = rows[rowFrom + 6];
        double[] r7 = rows[rowFrom + 7];
        for (int c = from; c < to; c++) {
            target[c] += w0 * r0[c]
                    + w1 * r1[c]
                    + w2 * r2[c]
                    + w3 * r3[c]
                    + w4 * r4[c]
                    + w5 * r5[c]
                    + w6 * r6[c]
                    + w7 * r7[c];
        }
    }
}
