package dev.sommelier.judges;

import java.util.List;
import java.util.stream.DoubleStream;

/// A probability from a weighted sum of scores, `1 / (1 + exp(-(a + w1 x1 + w2 x2 + ...)))`, fitted by maximum
/// likelihood with a ridge penalty of [#RIDGE] a pair on weights of the standardised columns. With one column it is
/// Platt's calibration (*Probabilistic outputs for support vector machines*, 1999). Immutable.
///
/// @param intercept the constant `a`
/// @param weights one weight for each column
public record LogisticStack(double intercept, List<Double> weights) {
    /// The penalty on a squared weight, for each pair.
    public static final double RIDGE = 1e-3;

    private static final int MOST_STEPS = 50;
    private static final double SMALL = 1e-10;

    public LogisticStack {
        weights = List.copyOf(weights);
    }

    /// The fit, by Newton's method.
    ///
    /// @param columns scores, `pairs x scores`, all finite
    /// @param truth what came true, one for each pair
    /// @throws IllegalArgumentException if there are no pairs or the lengths differ
    public static LogisticStack fit(double[][] columns, boolean[] truth) {
        if (columns.length == 0 || columns.length != truth.length) {
            throw new IllegalArgumentException("a stack needs pairs with one truth each, got " + columns.length
                    + " pairs and " + truth.length + " truths");
        }
        int width = columns[0].length;
        double[] means = new double[width];
        double[] spreads = new double[width];
        for (int j = 0; j < width; j++) {
            int column = j;
            means[j] = DoubleStream.of(column(columns, column)).average().orElseThrow();
            double variance = DoubleStream.of(column(columns, column))
                    .map(x -> (x - means[column]) * (x - means[column]))
                    .average()
                    .orElseThrow();
            spreads[j] = variance > 0 ? Math.sqrt(variance) : 1;
        }
        double[] beta = new double[width + 1];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] move = move(columns, truth, means, spreads, beta);
            double largest = 0;
            for (int j = 0; j <= width; j++) {
                beta[j] += move[j];
                largest = Math.max(largest, Math.abs(move[j]));
            }
            if (largest < SMALL) {
                break;
            }
        }
        double intercept = beta[width];
        double[] weights = new double[width];
        for (int j = 0; j < width; j++) {
            weights[j] = beta[j] / spreads[j];
            intercept -= weights[j] * means[j];
        }
        return new LogisticStack(intercept, DoubleStream.of(weights).boxed().toList());
    }

    /// The probability of a row of scores.
    public double apply(double[] scores) {
        if (scores.length != weights.size()) {
            throw new IllegalArgumentException(
                    "this stack has " + weights.size() + " columns, got " + scores.length + " scores");
        }
        double sum = intercept;
        for (int j = 0; j < scores.length; j++) {
            sum += weights.get(j) * scores[j];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private static double[] column(double[][] columns, int j) {
        double[] values = new double[columns.length];
        for (int n = 0; n < values.length; n++) {
            values[n] = columns[n][j];
        }
        return values;
    }

    /// One Newton step; the constant is the last coefficient. A little ridge on it keeps all-equal truths finite.
    private static double[] move(double[][] columns, boolean[] truth, double[] means, double[] spreads, double[] beta) {
        int width = means.length;
        double[][] hessian = new double[width + 1][width + 1];
        double[] gradient = new double[width + 1];
        double[] x = new double[width + 1];
        x[width] = 1;
        for (int n = 0; n < columns.length; n++) {
            double sum = beta[width];
            for (int j = 0; j < width; j++) {
                x[j] = (columns[n][j] - means[j]) / spreads[j];
                sum += beta[j] * x[j];
            }
            double p = 1 / (1 + Math.exp(-sum));
            for (int i = 0; i <= width; i++) {
                gradient[i] += ((truth[n] ? 1 : 0) - p) * x[i];
                for (int j = 0; j <= width; j++) {
                    hessian[i][j] += p * (1 - p) * x[i] * x[j];
                }
            }
        }
        for (int i = 0; i <= width; i++) {
            gradient[i] -= RIDGE * columns.length * beta[i];
            hessian[i][i] += RIDGE * columns.length;
        }
        return Cholesky.solve(hessian, gradient);
    }
}
