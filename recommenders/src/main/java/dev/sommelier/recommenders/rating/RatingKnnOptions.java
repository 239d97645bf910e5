package dev.sommelier.recommenders.rating;

import dev.sommelier.recommenders.Numbers;
import java.util.Locale;

/// How a [RatingKnn] is trained. Start from a factory and change it with the `with` methods.
///
/// @param side whose neighbours are asked
/// @param estimate what the neighbours' ratings are averaged as
/// @param similarity what makes a neighbour
/// @param maxNeighbours how many neighbours at most enter a prediction, at least 1
/// @param minNeighbours with fewer, the prediction falls back; from 1 to `maxNeighbours`
/// @param minSimilarity neighbours are more alike than 0 and at least this, which is at least 0
/// @param minSupport with fewer common ratings two are not alike at all, at least 1
/// @param shrinkage of [RatingSimilarity#PEARSON_BASELINE] and [RatingSimilarity#SHRUNK_CORRELATION], at least 0
/// @param baseline the biases that [Estimate#BASELINE] and those two similarities take away
public record RatingKnnOptions(
        Side side,
        Estimate estimate,
        RatingSimilarity similarity,
        int maxNeighbours,
        int minNeighbours,
        double minSimilarity,
        int minSupport,
        double shrinkage,
        BaselineOptions baseline) {
    public RatingKnnOptions {
        if (minNeighbours < 1 || maxNeighbours < minNeighbours) {
            throw new IllegalArgumentException(
                    "neighbours must be 1 <= min <= max, got min " + minNeighbours + " and max " + maxNeighbours);
        }
        if (!(minSimilarity >= 0) || minSupport < 1 || !(shrinkage >= 0)) {
            throw new IllegalArgumentException(
                    "minimum similarity and shrinkage must be at least 0 and the minimum support at least 1, got "
                            + minSimilarity + ", " + shrinkage + " and " + minSupport);
        }
    }

    /// Whose neighbours are asked.
    public enum Side {
        /// Users like the user, who rated the item.
        USER,
        /// Items like the item, which the user rated.
        ITEM
    }

    /// What the neighbours' ratings are averaged as; the prediction undoes it for user and item.
    public enum Estimate {
        /// The ratings themselves.
        BASIC,
        /// Ratings minus the mean of the user (for items, of the item).
        CENTRED,
        /// The same divided by the standard deviation; the deviation of all ratings stands in for 0.
        Z_SCORE,
        /// Ratings minus the [Baseline] of user and item.
        BASELINE
    }

    /// Surprise's defaults: basic, MSD, at most 40 neighbours, shrinkage 100, the baseline by least squares.
    public static RatingKnnOptions of(Side side) {
        return new RatingKnnOptions(
                side, Estimate.BASIC, RatingSimilarity.MSD, 40, 1, 0, 1, 100, BaselineOptions.defaults());
    }

    /// LensKit's user-user: centred, 30 neighbours, similarity at least 1e-6.
    public static RatingKnnOptions lensKitUserUser() {
        return of(Side.USER).lensKit(30);
    }

    /// LensKit's item-item: centred, 20 neighbours, similarity at least 1e-6.
    public static RatingKnnOptions lensKitItemItem() {
        return of(Side.ITEM).lensKit(20);
    }

    private RatingKnnOptions lensKit(int neighbours) {
        return new RatingKnnOptions(
                side, Estimate.CENTRED, RatingSimilarity.CENTRED_COSINE, neighbours, 1, 1e-6, 1, shrinkage, baseline);
    }

    /// The same with another estimate.
    public RatingKnnOptions with(Estimate other) {
        return new RatingKnnOptions(
                side, other, similarity, maxNeighbours, minNeighbours, minSimilarity, minSupport, shrinkage, baseline);
    }

    /// The same with another similarity.
    public RatingKnnOptions with(RatingSimilarity other) {
        return new RatingKnnOptions(
                side, estimate, other, maxNeighbours, minNeighbours, minSimilarity, minSupport, shrinkage, baseline);
    }

    /// The same with other biases.
    public RatingKnnOptions with(BaselineOptions other) {
        return new RatingKnnOptions(
                side, estimate, similarity, maxNeighbours, minNeighbours, minSimilarity, minSupport, shrinkage, other);
    }

    /// The same with other numbers of neighbours.
    public RatingKnnOptions withNeighbours(int min, int max) {
        return new RatingKnnOptions(
                side, estimate, similarity, max, min, minSimilarity, minSupport, shrinkage, baseline);
    }

    /// The same with another minimum support.
    public RatingKnnOptions withMinSupport(int support) {
        return new RatingKnnOptions(
                side, estimate, similarity, maxNeighbours, minNeighbours, minSimilarity, support, shrinkage, baseline);
    }

    /// The same with another shrinkage.
    public RatingKnnOptions withShrinkage(double weight) {
        return new RatingKnnOptions(
                side, estimate, similarity, maxNeighbours, minNeighbours, minSimilarity, minSupport, weight, baseline);
    }

    /// As tables show them.
    String text() {
        var text = estimate.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " similarity=" + similarity.text()
                + " neighbours=" + minNeighbours + ".." + maxNeighbours;
        if (minSimilarity > 0) {
            text += " min similarity=" + Numbers.plain(minSimilarity);
        }
        if (minSupport > 1) {
            text += " min support=" + minSupport;
        }
        if (similarity.onResiduals()) {
            text += " shrinkage=" + Numbers.plain(shrinkage);
        }
        return estimate == Estimate.BASELINE || similarity.onResiduals() ? text + " " + baseline.text() : text;
    }
}
