package dev.sommelier.recommenders.factor;

/// The normal equations of one row in double precision, for rows that single precision cannot solve.
///
/// Factored as `LDL'`; a direction whose pivot is nothing but rounding is left at zero.
final class DoubleSystem {
    private static final double SMALLEST_PIVOT = 1e-13;

    private DoubleSystem() {}

    static void solve(HalfStep step, int[] ids, int from, int count, double regularization, float[] vectors, int at) {
        int n = step.fixed().factors();
        var matrix = new double[n][n];
        var right = new double[n];
        double alpha = step.options().alpha();
        for (int m = from; m < from + count; m++) {
            float[] row = step.fixed().row(ids[m]);
            for (int i = 0; i < n; i++) {
                right[i] += (1 + alpha) * row[i];
                for (int j = 0; j <= i; j++) {
                    matrix[i][j] += alpha * row[i] * row[j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] += step.gram().at(i, j);
            }
            matrix[i][i] += regularization;
        }
        solve(matrix, right);
        for (int i = 0; i < n; i++) {
            vectors[at + i] = (float) right[i];
        }
    }

    /// Solves in place; only the lower triangle is read.
    static void solve(double[][] matrix, double[] right) {
        int n = right.length;
        var pivots = new double[n];
        for (int i = 0; i < n; i++) {
            double diagonal = matrix[i][i];
            double pivot = diagonal;
            for (int j = 0; j < i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k] * pivots[k];
                }
                matrix[i][j] = pivots[j] == 0 ? 0 : sum / pivots[j];
                pivot -= matrix[i][j] * matrix[i][j] * pivots[j];
            }
            pivots[i] = pivot > SMALLEST_PIVOT * diagonal ? pivot : 0;
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                right[i] -= matrix[i][k] * right[k];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            right[i] = pivots[i] == 0 ? 0 : right[i] / pivots[i];
            for (int k = i + 1; k < n; k++) {
                right[i] -= matrix[k][i] * right[k];
            }
        }
    }
}
