package dev.sommelier.recommenders.rating;

import dev.sommelier.core.SommelierException;

/// Stops a gradient descent that runs away, before it fills a model with infinities.
final class Divergence {
    /// No scale of ratings comes near; a descent that got here never returns.
    private static final double LIMIT = 1e9;

    private Divergence() {}

    /// @param epoch counted from 0
    /// @param step the rating within the epoch, counted from 0
    static void check(double error, String model, int epoch, int step, double learningRate) {
        if (!(Math.abs(error) <= LIMIT)) {
            throw new SommelierException(model + " diverges at step " + (step + 1) + " of epoch " + (epoch + 1)
                    + ": the error is " + error + " with learning rate " + learningRate
                    + "; choose a smaller learning rate, such as " + learningRate / 10 + ".");
        }
    }
}
