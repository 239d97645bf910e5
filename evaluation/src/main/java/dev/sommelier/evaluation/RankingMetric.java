package dev.sommelier.evaluation;

import java.util.List;
import java.util.Set;

/// A measure of one user's list against the items that were held out.
///
/// Lists come best first and have no ties: whoever ranks decides equal scores. Relevance is binary. A list shorter than
/// the cut counts as it is; an empty list scores 0. Without a relevant item every measure is undefined, so such users
/// must be left out, and counted, by the caller.
public sealed interface RankingMetric permits HitRate, Ndcg, Recall, ReciprocalRank {
    /// The name that tables show, such as `NDCG@10`.
    String name();

    /// The value for one user, from 0 (worst) to 1.
    ///
    /// @param ranked distinct items, best first
    /// @param relevant the held-out items, at least one
    /// @throws IllegalArgumentException if nothing is relevant, or a relevant item is listed twice
    double of(List<String> ranked, Set<String> relevant);
}
