package dev.sommelier.core;

/// A model that predicts the rating a user would give an item.
public interface RatingPredictor {
    /// The short name that tables show, such as `Bias`.
    String name();

    /// The predicted rating, on the data set's scale but not clipped to it.
    ///
    /// @param history what is known of the user; does not hold the item
    /// @param item an item of the catalogue the model was trained on
    double predict(History history, String item);
}
