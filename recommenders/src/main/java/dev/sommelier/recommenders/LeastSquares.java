package dev.sommelier.recommenders;

import java.util.stream.IntStream;

/// One half step of [ImplicitAls]: the best vectors of one side while the other side is fixed.
///
/// A row with contacts `S` solves `(Y'Y + regularization I + alpha sum over S of y y') x = (1 + alpha) sum over S of
/// y`.
final class LeastSquares {
    private static final int BLOCK = 256;

    private final double[][] fixed;
    private final double[][] base;
    private final AlsOptions options;

    private LeastSquares(double[][] fixed, double[][] base, AlsOptions options) {
        this.fixed = fixed;
        this.base = base;
        this.options = options;
    }

    /// @param fixed the other side's vectors: `rows x factors`
    static LeastSquares against(double[][] fixed, AlsOptions options) {
        var base = gram(fixed, options.factors());
        for (int f = 0; f < base.length; f++) {
            base[f][f] += options.regularization();
        }
        return new LeastSquares(fixed, base, options);
    }

    /// The vectors of all rows, in order.
    double[][] solveAll(int[][] contacts) {
        return IntStream.range(0, contacts.length)
                .parallel()
                .mapToObj(row -> solve(contacts[row]))
                .toArray(double[][]::new);
    }

    /// The vector of one row; zeros if it has no contact.
    double[] solve(int[] contacts) {
        int factors = options.factors();
        var vector = new double[factors];
        if (contacts.length == 0) {
            return vector;
        }
        var rows = new double[contacts.length][];
        for (int m = 0; m < rows.length; m++) {
            rows[m] = fixed[contacts[m]];
            Rows.addOne(vector, 1 + options.alpha(), rows[m], 0, factors);
        }
        var matrix = new double[factors][];
        for (int f = 0; f < factors; f++) {
            matrix[f] = base[f].clone();
        }
        addOuterProducts(matrix, options.alpha(), rows, 0, rows.length);
        Cholesky.solve(matrix, vector);
        return vector;
    }

    /// Sums over fixed blocks of rows, and the blocks in order, so that threads do not change the sum.
    private static double[][] gram(double[][] rows, int factors) {
        int blocks = (rows.length + BLOCK - 1) / BLOCK;
        var parts = IntStream.range(0, blocks)
                .parallel()
                .mapToObj(block -> {
                    var part = new double[factors][factors];
                    int from = block * BLOCK;
                    addOuterProducts(part, 1, rows, from, Math.min(BLOCK, rows.length - from));
                    return part;
                })
                .toList();
        var sum = new double[factors][factors];
        for (double[][] part : parts) {
            for (int f = 0; f < factors; f++) {
                Rows.addOne(sum[f], 1, part[f], f, factors);
            }
        }
        return sum;
    }

    /// Adds `weight * sum of y y'` to the upper triangle.
    private static void addOuterProducts(double[][] matrix, double weight, double[][] rows, int from, int count) {
        var column = new double[count];
        for (int f = 0; f < matrix.length; f++) {
            for (int m = 0; m < count; m++) {
                column[m] = weight * rows[from + m][f];
            }
            Rows.add(matrix[f], 1, column, 0, rows, from, count, f, matrix.length);
        }
    }
}
