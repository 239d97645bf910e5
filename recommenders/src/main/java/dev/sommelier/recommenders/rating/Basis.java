package dev.sommelier.recommenders.rating;

/// What a prediction rests on: the model's own formula or a stage of its fallback chain.
public enum Basis {
    /// The model's own formula, from the user's ratings and the item's.
    MODEL,
    /// Global mean, user bias and item bias.
    BIASES,
    /// Global mean and user bias; the item has no training rating.
    USER_BIAS,
    /// Global mean and item bias; the history is empty.
    ITEM_BIAS,
    /// The mean of the user's ratings.
    USER_MEAN,
    /// The mean of the item's training ratings.
    ITEM_MEAN,
    /// The mean of all training ratings.
    GLOBAL_MEAN
}
