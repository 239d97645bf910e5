package dev.sommelier.recommenders.rating;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.TrainingSet;

/// The mean of all training ratings, for every user and item.
public final class GlobalMean implements RatingModel {
    private final Catalog catalog;
    private final RatingPrediction prediction;

    private GlobalMean(RatingMatrix matrix) {
        this.catalog = matrix.catalog();
        this.prediction = new RatingPrediction(matrix.mean(), Basis.MODEL);
    }

    /// Averages the ratings.
    ///
    /// @throws dev.sommelier.core.SommelierException if there is none
    public static GlobalMean train(TrainingSet train) {
        return train(RatingMatrix.of(train));
    }

    /// Averages the ratings.
    public static GlobalMean train(RatingMatrix matrix) {
        return new GlobalMean(matrix);
    }

    @Override
    public String name() {
        return "Global mean";
    }

    @Override
    public String parameters() {
        return "";
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public RatingProfile profile(History history) {
        return item -> prediction;
    }
}
