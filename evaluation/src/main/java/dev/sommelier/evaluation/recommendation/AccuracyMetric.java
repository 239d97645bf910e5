package dev.sommelier.evaluation.recommendation;

/// A measure of one user's list against the items that were held out.
///
/// Lists come best first and have no ties: whoever ranks decides equal scores. A list shorter than the cut counts as it
/// is; an empty list scores 0. Without a relevant item every measure is undefined, so [JudgedList] cannot be made.
public sealed interface AccuracyMetric extends RecommendationMetric
        permits AveragePrecision, AverageRecall, F1, HitRate, Ndcg, Precision, Recall, ReciprocalRank {
    /// The value for one user, from 0 (worst) to 1.
    double of(JudgedList list);
}
