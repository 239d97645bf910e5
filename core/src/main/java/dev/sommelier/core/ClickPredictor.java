package dev.sommelier.core;

/// A model that predicts whether a user would click an item, buy it or like it.
public interface ClickPredictor {
    /// The short name that tables show, such as `LLM click`.
    String name();

    /// The probability of a click, from 0 to 1.
    ///
    /// @param history what is known of the user; does not hold the item
    /// @param item an item of the catalogue the model was made for
    /// @throws SommelierException if this pair has no prediction; it counts as failed and never as a number
    double predict(History history, String item);
}
