package dev.sommelier.evaluation.recommendation;

import java.util.List;
import java.util.OptionalDouble;

/// A measure of all users' lists together; it has no value for a single user.
public sealed interface AggregateMetric extends RecommendationMetric
        permits Gini, ItemCoverage, PopReo, PopRsp, ShannonEntropy, UserCoverage {
    /// The value over all lists; empty where it is undefined.
    ///
    /// @param lists one for each user that counts, empty ones included
    OptionalDouble of(List<UserList> lists, Popularity training);
}
