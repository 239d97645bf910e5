package dev.sommelier.core;

/// A model that gives every item of the catalogue a score for a user.
///
/// Implementations are immutable after training and safe for use by several threads.
public interface ItemScorer {
    /// The short name that tables show, such as `EASE`.
    String name();

    /// The items that are scored, in the order of [#score(History)].
    Catalog catalog();

    /// One score for each item in catalogue order, higher is better, seen items included. Never NaN.
    ///
    /// Events whose item is not in the catalogue are an error.
    ///
    /// @throws IllegalArgumentException if the history names an unknown item
    double[] score(History history);
}
