package dev.sommelier.recommenders.rating;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;

/// The mean of the user's ratings, whatever the item; for an empty history the mean of all training ratings.
public final class UserMean implements RatingModel {
    private final RatingMatrix matrix;

    private UserMean(RatingMatrix matrix) {
        this.matrix = matrix;
    }

    /// Averages the ratings.
    public static UserMean train(RatingMatrix matrix) {
        return new UserMean(matrix);
    }

    @Override
    public String name() {
        return "User mean";
    }

    @Override
    public String parameters() {
        return "";
    }

    @Override
    public Catalog catalog() {
        return matrix.catalog();
    }

    @Override
    public RatingProfile profile(History history) {
        var ratings = UserRatings.of(catalog(), history);
        var prediction = ratings.size() == 0
                ? new RatingPrediction(matrix.mean(), Basis.GLOBAL_MEAN)
                : new RatingPrediction(ratings.mean(), Basis.MODEL);
        return item -> prediction;
    }
}
