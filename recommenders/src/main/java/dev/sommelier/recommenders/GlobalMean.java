package dev.sommelier.recommenders;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.RatingPredictor;
import dev.sommelier.core.TrainingSet;

/// The mean of all training ratings, for every user and item.
public final class GlobalMean implements RatingPredictor, Described {
    private final Catalog catalog;
    private final double mean;

    private GlobalMean(Catalog catalog, double mean) {
        this.catalog = catalog;
        this.mean = mean;
    }

    /// Averages the ratings.
    ///
    /// @throws IllegalArgumentException if there is none
    public static GlobalMean train(TrainingSet train) {
        return new GlobalMean(train.catalog(), mean(train));
    }

    static double mean(TrainingSet train) {
        double sum = 0;
        for (var history : train.histories()) {
            for (var event : history.events()) {
                sum += event.rating();
            }
        }
        if (train.interactions() == 0) {
            throw new IllegalArgumentException("a predictor of ratings needs at least one training rating, got none");
        }
        return sum / train.interactions();
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
    public double predict(History history, String item) {
        catalog.position(item);
        return mean;
    }
}
