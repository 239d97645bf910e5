package dev.sommelier.recommenders.rating;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.Numbers;
import dev.sommelier.recommenders.rating.RatingKnnOptions.Estimate;
import dev.sommelier.recommenders.rating.RatingKnnOptions.Side;

/// Item-based nearest neighbours on what the biases leave unexplained: [RatingKnn] with four options.
///
/// A residual is a rating minus its [DampedBias]. The similarity of two items is the correlation of their residuals
/// over the users who rated both, `sum d(u,i) d(u,j) / sqrt(sum d(u,i)^2 sum d(u,j)^2)`, times `n / (n + shrinkage)`
/// for `n` such users. The prediction is the bias plus the mean residual of the history's most similar items, weighted
/// by similarity. Only positive similarities count; of equal ones the history's earlier event comes first. With fewer
/// neighbours than the minimum the prediction is the bias, see [DampedBias].
///
/// Source: Koren, *Factor in the Neighbors: Scalable and Accurate Collaborative Filtering*, ACM TKDD 2010, section 2.2,
/// [doi:10.1145/1644873.1644874](https://doi.org/10.1145/1644873.1644874).
public final class ItemKnnRating implements RatingModel {
    private final RatingKnn model;
    private final ItemKnnRatingOptions options;

    private ItemKnnRating(RatingKnn model, ItemKnnRatingOptions options) {
        this.model = model;
        this.options = options;
    }

    /// Trains with default minimum and damping.
    ///
    /// @param neighbours how many rated items at most enter a prediction
    public static ItemKnnRating train(TrainingSet train, int neighbours, double shrinkage) {
        var defaults = ItemKnnRatingOptions.defaults();
        return train(
                train, new ItemKnnRatingOptions(neighbours, defaults.minNeighbours(), shrinkage, defaults.damping()));
    }

    /// Computes biases and similarities.
    ///
    /// @throws dev.sommelier.core.SommelierException if there is no training rating
    public static ItemKnnRating train(TrainingSet train, ItemKnnRatingOptions options) {
        var knn = RatingKnnOptions.of(Side.ITEM)
                .with(Estimate.BASELINE)
                .with(RatingSimilarity.SHRUNK_CORRELATION)
                .withNeighbours(options.minNeighbours(), options.maxNeighbours())
                .withShrinkage(options.shrinkage())
                .with(new BaselineOptions.Als(1, options.damping(), options.damping()));
        return new ItemKnnRating(RatingKnn.train(RatingMatrix.of(train), knn), options);
    }

    @Override
    public String name() {
        return "Item kNN";
    }

    @Override
    public String parameters() {
        return "neighbours=" + options.minNeighbours() + ".." + options.maxNeighbours() + " shrinkage="
                + Numbers.plain(options.shrinkage()) + " damping=" + Numbers.plain(options.damping());
    }

    @Override
    public Catalog catalog() {
        return model.catalog();
    }

    @Override
    public RatingProfile profile(History history) {
        return model.profile(history);
    }
}
