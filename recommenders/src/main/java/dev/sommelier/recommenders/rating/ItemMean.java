package dev.sommelier.recommenders.rating;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;

/// The mean of the item's training ratings, whoever asks; for an item without ratings the mean of all.
public final class ItemMean implements RatingModel {
    private final RatingMatrix matrix;

    private ItemMean(RatingMatrix matrix) {
        this.matrix = matrix;
    }

    /// Averages the ratings.
    public static ItemMean train(RatingMatrix matrix) {
        return new ItemMean(matrix);
    }

    @Override
    public String name() {
        return "Item mean";
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
        return item -> matrix.knows(item)
                ? new RatingPrediction(matrix.byItem().mean(item), Basis.MODEL)
                : new RatingPrediction(matrix.mean(), Basis.GLOBAL_MEAN);
    }
}
