package dev.sommelier.recommenders;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.RatingPredictor;
import dev.sommelier.core.TrainingSet;

/// Mean plus item bias plus user bias, each bias drawn towards 0 where few ratings support it.
///
/// With the global mean `m`, `b(i) = sum over i's ratings of (r - m) / (n(i) + item damping)`, and from the history
/// `b(u) = sum over its ratings of (r - m - b(i)) / (n(u) + user damping)`; the prediction is `m + b(i) + b(u)`. An
/// item
/// without ratings and an empty history have bias 0. Every rating counts, also a second one of the same item.
///
/// Source: Koren, *Factor in the Neighbors: Scalable and Accurate Collaborative Filtering*, ACM TKDD 2010, section 2.1,
/// [doi:10.1145/1644873.1644874](https://doi.org/10.1145/1644873.1644874).
public final class DampedBias implements RatingPredictor, Described {
    private final Catalog catalog;
    private final double itemDamping;
    private final double userDamping;
    private final double mean;
    private final double[] itemBias;

    private DampedBias(Catalog catalog, double itemDamping, double userDamping, double mean, double[] itemBias) {
        this.catalog = catalog;
        this.itemDamping = itemDamping;
        this.userDamping = userDamping;
        this.mean = mean;
        this.itemBias = itemBias;
    }

    /// Trains with one damping for both biases.
    public static DampedBias train(TrainingSet train, double damping) {
        return train(train, damping, damping);
    }

    /// Computes the item biases.
    ///
    /// @param itemDamping how many ratings of bias 0 each item is given beforehand, at least 0
    /// @param userDamping the same for each history
    /// @throws IllegalArgumentException if there is no training rating
    public static DampedBias train(TrainingSet train, double itemDamping, double userDamping) {
        if (!(itemDamping >= 0) || !(userDamping >= 0)) {
            throw new IllegalArgumentException(
                    "dampings must be at least 0, got " + itemDamping + " and " + userDamping);
        }
        double mean = GlobalMean.mean(train);
        var sums = new double[train.catalog().size()];
        var counts = new int[sums.length];
        for (var history : train.histories()) {
            for (var event : history.events()) {
                int position = train.catalog().position(event.item());
                sums[position] += event.rating() - mean;
                counts[position]++;
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = damped(sums[i], counts[i], itemDamping);
        }
        return new DampedBias(train.catalog(), itemDamping, userDamping, mean, sums);
    }

    @Override
    public String name() {
        return "Bias";
    }

    @Override
    public String parameters() {
        return itemDamping == userDamping
                ? "damping=" + Numbers.plain(itemDamping)
                : "item damping=" + Numbers.plain(itemDamping) + " user damping=" + Numbers.plain(userDamping);
    }

    @Override
    public double predict(History history, String item) {
        return withoutUser(catalog.position(item)) + userBias(history);
    }

    /// The user's bias, from the history.
    double userBias(History history) {
        double sum = 0;
        for (Event event : history.events()) {
            sum += event.rating() - withoutUser(catalog.position(event.item()));
        }
        return damped(sum, history.events().size(), userDamping);
    }

    /// Mean plus item bias.
    double withoutUser(int position) {
        return mean + itemBias[position];
    }

    private static double damped(double sum, int count, double damping) {
        return count == 0 ? 0 : sum / (count + damping);
    }
}
