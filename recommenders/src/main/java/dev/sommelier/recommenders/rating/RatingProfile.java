package dev.sommelier.recommenders.rating;

/// What a [RatingModel] knows of one history, ready to predict for many items. Safe for use by several threads.
@FunctionalInterface
public interface RatingProfile {
    /// The raw prediction for an item.
    ///
    /// @param item the item's position in the catalogue; the history's own rating of it, if any, is not used
    ///     by neighbour models
    RatingPrediction predict(int item);
}
