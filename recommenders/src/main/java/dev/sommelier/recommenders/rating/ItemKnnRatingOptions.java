package dev.sommelier.recommenders.rating;

/// How [ItemKnnRating] is trained.
///
/// @param maxNeighbours how many rated items at most enter a prediction, at least 1
/// @param minNeighbours with fewer, the prediction is the bias alone; from 1 to `maxNeighbours`
/// @param shrinkage a similarity supported by `n` users is multiplied by `n / (n + shrinkage)`; at least 0
/// @param damping of the biases below, see [DampedBias]
public record ItemKnnRatingOptions(int maxNeighbours, int minNeighbours, double shrinkage, double damping) {
    public ItemKnnRatingOptions {
        if (minNeighbours < 1 || maxNeighbours < minNeighbours) {
            throw new IllegalArgumentException(
                    "neighbours must be 1 <= min <= max, got min " + minNeighbours + " and max " + maxNeighbours);
        }
        if (!(shrinkage >= 0) || !(damping >= 0)) {
            throw new IllegalArgumentException(
                    "shrinkage and damping must be at least 0, got " + shrinkage + " and " + damping);
        }
    }

    /// 40 neighbours at most, 1 at least, shrinkage 100, damping 5.
    public static ItemKnnRatingOptions defaults() {
        return new ItemKnnRatingOptions(40, 1, 100, 5);
    }
}
