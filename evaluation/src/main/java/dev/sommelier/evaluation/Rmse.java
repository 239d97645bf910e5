package dev.sommelier.evaluation;

/// Root mean squared error: `sqrt(sum (truth - predicted)^2 / n)`, 0 is perfect, large errors weigh more.
///
/// In units of the rating scale. Undefined without a pair. Source: Herlocker, Konstan, Terveen and Riedl, *Evaluating
/// collaborative filtering recommender systems*, ACM TOIS 2004,
/// [doi:10.1145/963770.963772](https://doi.org/10.1145/963770.963772).
public final class Rmse {
    private Rmse() {}

    /// The error over all pairs.
    ///
    /// @throws IllegalArgumentException if there is no pair, the lengths differ or a value is not finite
    public static double of(double[] truth, double[] predicted) {
        Pairs.check(truth, predicted);
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            double error = truth[i] - predicted[i];
            sum += error * error;
        }
        return Math.sqrt(sum / truth.length);
    }
}
