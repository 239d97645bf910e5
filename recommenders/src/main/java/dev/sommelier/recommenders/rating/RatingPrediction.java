package dev.sommelier.recommenders.rating;

/// A predicted rating and what it rests on.
///
/// @param value on the data set's scale but not clipped to it; always finite
/// @param basis the model's formula or the fallback that was used
public record RatingPrediction(double value, Basis basis) {}
