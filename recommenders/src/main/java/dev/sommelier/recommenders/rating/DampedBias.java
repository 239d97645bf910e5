package dev.sommelier.recommenders.rating;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.Numbers;

/// Mean plus item bias plus user bias, each bias drawn towards 0 where few ratings support it.
///
/// With the global mean `m`, `b(i) = sum over i's ratings of (r - m) / (n(i) + item damping)`, and from the history
/// `b(u) = sum over its ratings of (r - m - b(i)) / (n(u) + user damping)`; the prediction is `m + b(i) + b(u)`. An
/// item without ratings and an empty history have bias 0. This is [Baseline] with one epoch of least squares, with its
/// fold-in and fallback.
///
/// Source: Koren, *Factor in the Neighbors: Scalable and Accurate Collaborative Filtering*, ACM TKDD 2010, section 2.1,
/// [doi:10.1145/1644873.1644874](https://doi.org/10.1145/1644873.1644874).
public final class DampedBias implements RatingModel {
    private final Baseline baseline;
    private final double itemDamping;
    private final double userDamping;

    private DampedBias(Baseline baseline, double itemDamping, double userDamping) {
        this.baseline = baseline;
        this.itemDamping = itemDamping;
        this.userDamping = userDamping;
    }

    /// Trains with one damping for both biases.
    public static DampedBias train(TrainingSet train, double damping) {
        return train(train, damping, damping);
    }

    /// Computes the item biases.
    ///
    /// @param itemDamping how many ratings of bias 0 each item is given beforehand, at least 0
    /// @param userDamping the same for each history
    /// @throws dev.sommelier.core.SommelierException if there is no training rating
    public static DampedBias train(TrainingSet train, double itemDamping, double userDamping) {
        return train(RatingMatrix.of(train), itemDamping, userDamping);
    }

    /// Computes the item biases.
    public static DampedBias train(RatingMatrix matrix, double itemDamping, double userDamping) {
        var baseline = Baseline.train(matrix, new BaselineOptions.Als(1, userDamping, itemDamping));
        return new DampedBias(baseline, itemDamping, userDamping);
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
    public Catalog catalog() {
        return baseline.catalog();
    }

    @Override
    public RatingProfile profile(History history) {
        return baseline.profile(history);
    }
}
