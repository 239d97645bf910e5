package dev.sommelier.recommenders;

/// The Cholesky factorisation of a symmetric positive definite matrix, in double precision and by rows.
///
/// The factor is kept as the upper triangle `U` with `A = U' U`, so that every inner loop walks along rows.
public final class Cholesky {
    private Cholesky() {}

    /// The inverse, `n x n`, of a small matrix, on the calling thread. The matrix is overwritten; only its upper
    /// triangle is read.
    ///
    /// @param first what the matrix's first row is called when a pivot is not positive
    /// @throws ArithmeticException if the matrix is not positive definite
    public static double[][] invert(double[][] matrix, int first) {
        int n = matrix.length;
        factorRows(matrix, n, first);
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < row; column++) {
                matrix[row][column] = matrix[column][row];
            }
        }
        var inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            inverse[i][i] = 1;
            Rows.add(inverse[i], -1, matrix[i], 0, inverse, 0, i, 0, n);
            scale(inverse[i], 1 / matrix[i][i]);
        }
        for (int i = n - 1; i >= 0; i--) {
            Rows.add(inverse[i], -1, matrix[i], i + 1, inverse, i + 1, n - 1 - i, 0, n);
            scale(inverse[i], 1 / matrix[i][i]);
        }
        return inverse;
    }

    /// Solves `A x = b` for one small system on the calling thread. The matrix is overwritten, `b` becomes `x`; only
    /// the upper triangle is read.
    ///
    /// @throws ArithmeticException if the matrix is not positive definite
    public static void solve(double[][] matrix, double[] b) {
        int n = b.length;
        factorRows(matrix, n, 0);
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

    private static void factorRows(double[][] matrix, int n, int first) {
        for (int k = 0; k < n; k++) {
            double[] row = matrix[k];
            double pivot = row[k];
            if (!(pivot > 0)) {
                throw new ArithmeticException(
                        "the matrix is not positive definite: pivot " + (first + k) + " is " + pivot);
            }
            double scale = Math.sqrt(pivot);
            row[k] = scale;
            for (int j = k + 1; j < n; j++) {
                row[j] /= scale;
            }
            for (int i = k + 1; i < n; i++) {
                Rows.addOne(matrix[i], -row[i], row, i, n);
            }
        }
    }

    private static void scale(double[] row, double by) {
        for (int c = 0; c < row.length; c++) {
            row[c] *= by;
        }
    }
}
