package dev.sommelier.recommenders;

import java.util.stream.IntStream;

/// The Cholesky factorisation of a symmetric positive definite matrix, in double precision and by rows.
///
/// The factor is kept as the upper triangle `U` with `A = U' U`, so that every inner loop walks along rows.
public final class Cholesky {
    private static final int BLOCK = 32;
    private static final int STRIP = 128;

    private Cholesky() {}

    /// The inverse, `n x n`. The matrix is overwritten; only its upper triangle is read.
    ///
    /// Blocks of rows are factored one after the other, the rows below them are updated in parallel; then strips of
    /// columns of the inverse are solved in parallel. The result does not depend on the number of threads.
    ///
    /// @throws ArithmeticException if the matrix is not positive definite
    public static double[][] invert(double[][] matrix) {
        int n = matrix.length;
        for (int start = 0; start < n; start += BLOCK) {
            int from = start;
            int to = Math.min(start + BLOCK, n);
            factorRows(matrix, from, to);
            IntStream.range(to, n).parallel().forEach(row -> update(matrix, from, to, row));
        }
        mirror(matrix);
        var inverse = new double[n][n];
        IntStream.range(0, (n + STRIP - 1) / STRIP)
                .parallel()
                .forEach(strip -> solveStrip(matrix, inverse, strip * STRIP, Math.min(strip * STRIP + STRIP, n)));
        mirror(inverse);
        return inverse;
    }

    /// Solves `A x = b` for one small system on the calling thread. The matrix is overwritten, `b` becomes `x`; only
    /// the upper triangle is read.
    ///
    /// @throws ArithmeticException if the matrix is not positive definite
    public static void solve(double[][] matrix, double[] b) {
        int n = b.length;
        factorRows(matrix, 0, n);
        for (int i = 0; i < n; i++) {
            b[i] /= matrix[i][i];
            Rows.addOne(b, -b[i], matrix[i], i + 1, n);
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int j = i + 1; j < n; j++) {
                sum -= matrix[i][j] * b[j];
            }
            b[i] = sum / matrix[i][i];
        }
    }

    private static void factorRows(double[][] matrix, int from, int to) {
        int n = matrix.length;
        for (int k = from; k < to; k++) {
            double[] row = matrix[k];
            double pivot = row[k];
            if (!(pivot > 0)) {
                throw new ArithmeticException("the matrix is not positive definite: pivot " + k + " is " + pivot);
            }
            double scale = Math.sqrt(pivot);
            row[k] = scale;
            for (int j = k + 1; j < n; j++) {
                row[j] /= scale;
            }
            for (int i = k + 1; i < to; i++) {
                Rows.addOne(matrix[i], -row[i], row, i, n);
            }
        }
    }

    private static void update(double[][] matrix, int from, int to, int row) {
        var column = new double[to - from];
        for (int k = from; k < to; k++) {
            column[k - from] = matrix[k][row];
        }
        Rows.add(matrix[row], -1, column, 0, matrix, from, to - from, row, matrix.length);
    }

    /// Copies the upper triangle to the lower one.
    private static void mirror(double[][] matrix) {
        IntStream.range(0, matrix.length).parallel().forEach(row -> {
            for (int column = 0; column < row; column++) {
                matrix[row][column] = matrix[column][row];
            }
        });
    }

    /// Solves `U' U x = e` for the unit vectors `from` to `to - 1`. Rows above `from` are left out: symmetry gives
    /// them.
    private static void solveStrip(double[][] factor, double[][] inverse, int from, int to) {
        int n = factor.length;
        int width = to - from;
        var strip = new double[n - from][width];
        for (int i = from; i < n; i++) {
            double[] row = strip[i - from];
            if (i < to) {
                row[i - from] = 1;
            }
            Rows.add(row, -1, factor[i], from, strip, 0, i - from, 0, width);
            scale(row, 1 / factor[i][i]);
        }
        for (int i = n - 1; i >= from; i--) {
            double[] row = strip[i - from];
            Rows.add(row, -1, factor[i], i + 1, strip, i + 1 - from, n - 1 - i, 0, width);
            scale(row, 1 / factor[i][i]);
        }
        for (int column = from; column < to; column++) {
            for (int i = column; i < n; i++) {
                inverse[column][i] = strip[i - from][column - from];
            }
        }
    }

    private static void scale(double[] row, double by) {
        for (int c = 0; c < row.length; c++) {
            row[c] *= by;
        }
    }
}
