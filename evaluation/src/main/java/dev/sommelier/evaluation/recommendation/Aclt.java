package dev.sommelier.evaluation.recommendation;

import java.util.OptionalDouble;

/// Average coverage of long tail items: how many of the first `k` items are not in the short head ([Popularity]).
///
/// From 0 to `k`; 0 for an empty list. Source: Abdollahpouri, Burke and Mobasher, *Managing popularity bias in
/// recommender systems with personalized re-ranking*, FLAIRS 2019,
/// [arXiv:1901.07555](https://arxiv.org/abs/1901.07555),
/// as Elliot computes it.
///
/// @param k the cut, at least 1
public record Aclt(int k) implements PopularityMetric {
    public Aclt {
        Names.checkCut(k);
    }

    @Override
    public String name() {
        return Names.at("ACLT", k);
    }

    @Override
    public OptionalDouble of(UserList list, Popularity training) {
        return OptionalDouble.of(list.items(k)
                .distinct()
                .map(item -> training.inShortHead(item) ? 0 : 1)
                .sum());
    }
}
