package dev.sommelier.recommenders.click;

import dev.sommelier.recommenders.store.ModelParameters;

/// How a [FactorizationMachine] is trained.
///
/// @param factors the length of the features' vectors; 0 for a logistic regression
/// @param epochs passes over the contacts, at least 1
/// @param rate the learning rate of AdaGrad, above 0
/// @param regularization the weight of the squared parameters of each example, at least 0
/// @param negatives how many items without contact stand against each contact, at least 1
/// @param window how many of the user's last items are features, at least 0
/// @param seed of vectors, negatives and the order of examples
public record ClickOptions(
        int factors, int epochs, double rate, double regularization, int negatives, int window, long seed) {
    public ClickOptions {
        if (factors < 0 || epochs < 1 || negatives < 1 || window < 0) {
            throw new IllegalArgumentException("factors and window must be at least 0, epochs and negatives at least 1,"
                    + " got " + factors + ", " + window + ", " + epochs + " and " + negatives);
        }
        if (!(rate > 0) || !(regularization >= 0)) {
            throw new IllegalArgumentException("the learning rate must be above 0 and the regularization at least 0,"
                    + " got " + rate + " and " + regularization);
        }
    }

    /// From named values.
    public static ClickOptions of(ModelParameters p, long seed) {
        return new ClickOptions(
                p.values().containsKey("factors") ? p.integer("factors") : 0,
                p.integer("epochs"),
                p.number("rate"),
                p.number("reg"),
                p.integer("negatives"),
                p.integer("window"),
                seed);
    }
}
