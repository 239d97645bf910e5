package dev.sommelier.judges;

import dev.sommelier.core.History;
import dev.sommelier.core.RatingPredictor;
import java.util.Arrays;
import java.util.List;

/// A weighted sum of predictors, `a + w1 x1 + w2 x2 + ...`, fitted by least squares on validation pairs.
///
/// The columns are centred first, so the intercept carries no penalty; the weights have a ridge penalty of
/// [#RIDGE] times the number of pairs, just enough to keep columns that are constant or equal from breaking the
/// solution. Immutable.
///
/// @param intercept the constant `a`
/// @param weights one weight for each column
public record LinearStack(double intercept, List<Double> weights) {
    /// The penalty on a squared weight, for each pair.
    public static final double RIDGE = 1e-6;

    public LinearStack {
        weights = List.copyOf(weights);
    }

    /// The least squares fit.
    ///
    /// @param columns predictions, `pairs x predictors`, all finite
    /// @param truth the true ratings, one for each pair
    /// @throws IllegalArgumentException if there are no pairs or the lengths differ
    public static LinearStack fit(double[][] columns, double[] truth) {
        if (columns.length == 0 || columns.length != truth.length) {
            throw new IllegalArgumentException("a stack needs pairs with one truth each, got " + columns.length
                    + " pairs and " + truth.length + " truths");
        }
        int width = columns[0].length;
        double[] means = new double[width];
        for (double[] row : columns) {
            for (int j = 0; j < width; j++) {
                means[j] += row[j] / columns.length;
            }
        }
        double truthMean = Arrays.stream(truth).average().orElseThrow();
        double[][] gram = new double[width][width];
        double[] right = new double[width];
        for (int n = 0; n < columns.length; n++) {
            for (int i = 0; i < width; i++) {
                double centred = columns[n][i] - means[i];
                right[i] += centred * (truth[n] - truthMean);
                for (int j = 0; j < width; j++) {
                    gram[i][j] += centred * (columns[n][j] - means[j]);
                }
            }
        }
        for (int i = 0; i < width; i++) {
            gram[i][i] += RIDGE * columns.length;
        }
        double[] weights = Cholesky.solve(gram, right);
        double intercept = truthMean;
        for (int j = 0; j < width; j++) {
            intercept -= weights[j] * means[j];
        }
        return new LinearStack(intercept, Arrays.stream(weights).boxed().toList());
    }

    /// The stack's prediction from the predictions of its members.
    public double apply(double[] predictions) {
        if (predictions.length != weights.size()) {
            throw new IllegalArgumentException(
                    "this stack has " + weights.size() + " members, got " + predictions.length + " predictions");
        }
        double sum = intercept;
        for (int j = 0; j < predictions.length; j++) {
            sum += weights.get(j) * predictions[j];
        }
        return sum;
    }

    /// This stack over live predictors, in the order of the columns it was fitted on.
    public RatingPredictor over(String name, List<RatingPredictor> members) {
        return new RatingPredictor() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public double predict(History history, String item) {
                return apply(members.stream()
                        .mapToDouble(member -> member.predict(history, item))
                        .toArray());
            }
        };
    }
}
