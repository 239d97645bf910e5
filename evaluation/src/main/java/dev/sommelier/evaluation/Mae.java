package dev.sommelier.evaluation;

/// Mean absolute error: `sum |truth - predicted| / n`, 0 is perfect.
///
/// In units of the rating scale. Undefined without a pair. Source: Herlocker, Konstan, Terveen and Riedl, *Evaluating
/// collaborative filtering recommender systems*, ACM TOIS 2004,
/// [doi:10.1145/963770.963772](https://doi.org/10.1145/963770.963772).
public final class Mae {
    private Mae() {}

    /// The error over all pairs.
    ///
    /// @throws IllegalArgumentException if there is no pair, the lengths differ or a value is not finite
    public static double of(double[] truth, double[] predicted) {
        Pairs.check(truth, predicted);
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            sum += Math.abs(truth[i] - predicted[i]);
        }
        return sum / truth.length;
    }
}
