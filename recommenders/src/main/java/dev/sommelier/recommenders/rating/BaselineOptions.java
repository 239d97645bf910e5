package dev.sommelier.recommenders.rating;

import dev.sommelier.recommenders.Numbers;

/// How a [Baseline] is fitted.
public sealed interface BaselineOptions {
    /// Alternating least squares with 10 epochs, user damping 15 and item damping 10, which are Surprise's defaults.
    static BaselineOptions defaults() {
        return new Als(10, 15, 10);
    }

    /// As tables show them.
    String text();

    /// Alternating least squares: in each epoch first all item biases, then all user biases.
    ///
    /// @param epochs at least 1; with 1 these are the biases of [DampedBias]
    /// @param userDamping how many ratings of bias 0 each user is given beforehand, at least 0
    /// @param itemDamping the same for each item
    record Als(int epochs, double userDamping, double itemDamping) implements BaselineOptions {
        public Als {
            if (epochs < 1 || !(userDamping >= 0) || !(itemDamping >= 0)) {
                throw new IllegalArgumentException("epochs must be at least 1 and dampings at least 0, got " + epochs
                        + " epochs, dampings " + userDamping + " and " + itemDamping);
            }
        }

        @Override
        public String text() {
            return "als epochs=" + epochs + " user damping=" + Numbers.plain(userDamping) + " item damping="
                    + Numbers.plain(itemDamping);
        }
    }

    /// Stochastic gradient descent.
    ///
    /// @param epochs passes over the ratings, at least 1
    /// @param learningRate above 0
    /// @param regularization the weight of the squared biases, at least 0
    record Sgd(int epochs, double learningRate, double regularization) implements BaselineOptions {
        public Sgd {
            if (epochs < 1 || !(learningRate > 0) || !(regularization >= 0)) {
                throw new IllegalArgumentException(
                        "epochs must be at least 1, the learning rate above 0 and the regularization at least 0, got "
                                + epochs + ", " + learningRate + " and " + regularization);
            }
        }

        /// Surprise's defaults: 20 epochs, learning rate .005, regularization .02.
        public static Sgd defaults() {
            return new Sgd(20, 0.005, 0.02);
        }

        @Override
        public String text() {
            return "sgd epochs=" + epochs + " learning rate=" + Numbers.plain(learningRate) + " regularization="
                    + Numbers.plain(regularization);
        }
    }
}
