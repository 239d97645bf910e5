package dev.sommelier.evaluation.recommendation;

import java.util.OptionalDouble;

/// A metric over all lists together.
///
/// @param metric its name
/// @param value empty where it is undefined
public record AggregateFigure(String metric, OptionalDouble value) {}
