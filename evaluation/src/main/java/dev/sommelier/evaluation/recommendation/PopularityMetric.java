package dev.sommelier.evaluation.recommendation;

import java.util.OptionalDouble;

/// A measure of one user's list that needs how often the items occur in training.
///
/// Items that training lacks have count 0.
public sealed interface PopularityMetric extends RecommendationMetric
        permits Aclt, Aplt, Arp, Efd, Epc, Novelty, Serendipity {
    /// The value for one user; empty where it is undefined, normally for an empty list.
    OptionalDouble of(UserList list, Popularity training);
}
