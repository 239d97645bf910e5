package dev.sommelier.recommenders.rating;

import dev.sommelier.recommenders.Numbers;

/// How [Svd], [Pmf] and [SvdPlusPlus] are trained.
///
/// @param factors the length of user and item vectors, at least 1; more than there are items is allowed
/// @param epochs passes over the ratings, at least 1; a fold-in makes as many over its history
/// @param learningRate of all parameters, above 0
/// @param regularization of all parameters, at least 0
/// @param initialDeviation the standard deviation of the normal distribution with mean 0 from which vectors start
/// @param seed of that start
public record SgdOptions(
        int factors, int epochs, double learningRate, double regularization, double initialDeviation, long seed) {
    public SgdOptions {
        if (factors < 1 || epochs < 1) {
            throw new IllegalArgumentException(
                    "factors and epochs must be at least 1, got " + factors + " and " + epochs);
        }
        if (!(learningRate > 0) || !(regularization >= 0) || !(initialDeviation >= 0)) {
            throw new IllegalArgumentException("the learning rate must be above 0, regularization and initial deviation"
                    + " at least 0, got " + learningRate + ", " + regularization + " and " + initialDeviation);
        }
    }

    /// Surprise's defaults for SVD and PMF: 100 factors, 20 epochs, learning rate .005, regularization .02.
    public static SgdOptions svd(long seed) {
        return new SgdOptions(100, 20, 0.005, 0.02, 0.1, seed);
    }

    /// Surprise's defaults for SVD++: 20 factors, 20 epochs, learning rate .007, regularization .02.
    public static SgdOptions svdPlusPlus(long seed) {
        return new SgdOptions(20, 20, 0.007, 0.02, 0.1, seed);
    }

    /// The same with another number of factors.
    public SgdOptions withFactors(int number) {
        return new SgdOptions(number, epochs, learningRate, regularization, initialDeviation, seed);
    }

    /// The same with another number of epochs.
    public SgdOptions withEpochs(int number) {
        return new SgdOptions(factors, number, learningRate, regularization, initialDeviation, seed);
    }

    /// The same with another learning rate.
    public SgdOptions withLearningRate(double rate) {
        return new SgdOptions(factors, epochs, rate, regularization, initialDeviation, seed);
    }

    /// The same with another regularization.
    public SgdOptions withRegularization(double weight) {
        return new SgdOptions(factors, epochs, learningRate, weight, initialDeviation, seed);
    }

    /// As tables show them.
    String text() {
        return "factors=" + factors + " epochs=" + epochs + " learning rate=" + Numbers.plain(learningRate)
                + " regularization=" + Numbers.plain(regularization) + " seed=" + seed;
    }
}
