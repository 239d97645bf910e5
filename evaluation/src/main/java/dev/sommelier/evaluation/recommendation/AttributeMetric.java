package dev.sommelier.evaluation.recommendation;

import java.util.OptionalDouble;

/// A measure of one user's list that needs what the items are like.
public sealed interface AttributeMetric extends RecommendationMetric permits Calibration, IntraListDiversity {
    /// The value for one user; empty where it is undefined.
    OptionalDouble of(UserList list, ItemFeatures features);
}
