package dev.sommelier.judges;

/// Solves small positive definite systems.
final class Cholesky {
    private Cholesky() {}

    /// @param matrix symmetric and positive definite, `n x n`; overwritten
    /// @param right the right side, of length n
    static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < j; k++) {
                for (int i = j; i < n; i++) {
                    matrix[i][j] -= matrix[i][k] * matrix[j][k];
                }
            }
            double pivot = Math.sqrt(matrix[j][j]);
            for (int i = j; i < n; i++) {
                matrix[i][j] /= pivot;
            }
        }
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= matrix[i][k] * x[k];
            }
            x[i] /= matrix[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= matrix[k][i] * x[k];
            }
            x[i] /= matrix[i][i];
        }
        return x;
    }
}
