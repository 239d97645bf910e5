package dev.sommelier.agent.conversation;

import dev.sommelier.core.ScoredItem;
import dev.sommelier.tools.constraint.ConstraintFilter;
import java.util.List;

/// A list and how it came about.
///
/// @param items distinct items of the catalogue, best first, none of which the speaker has met; the scores combine base
///     recommender, wishes and variety and are comparable within the list only
/// @param relaxed the constraints that were given up because nothing met them all
/// @param available how many items met the constraints that were kept
/// @param candidates the best items before variety, with their scores, for choosing a question
public record Recommendation(
        List<String> items, List<ConstraintFilter.Relaxed> relaxed, int available, List<ScoredItem> candidates) {
    public Recommendation {
        items = List.copyOf(items);
        relaxed = List.copyOf(relaxed);
        candidates = List.copyOf(candidates);
    }
}
