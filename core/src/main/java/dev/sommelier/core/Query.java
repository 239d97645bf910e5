package dev.sommelier.core;

import java.util.Optional;
import java.util.Set;

/// What is asked of a [Recommender].
///
/// @param history the user; the items in it are never recommended
/// @param k the number of items wanted, at least 1
/// @param candidates when present, only these items may be recommended
public record Query(History history, int k, Optional<Set<String>> candidates) {
    public Query {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, got " + k);
        }
        candidates = candidates.map(Set::copyOf);
    }

    /// The `k` best items of the whole catalogue.
    public static Query top(int k, History history) {
        return new Query(history, k, Optional.empty());
    }
}
