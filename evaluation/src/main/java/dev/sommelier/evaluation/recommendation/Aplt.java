package dev.sommelier.evaluation.recommendation;

import java.util.OptionalDouble;

/// Average percentage of long tail items: the share of the first `k` items that are not in the short head
/// ([Popularity]).
///
/// From 0 to 1, of the listed items; undefined for an empty list. Source: Abdollahpouri, Burke and Mobasher,
/// *Controlling popularity bias in learning-to-rank recommendation*, RecSys 2017,
/// [doi:10.1145/3109859.3109912](https://doi.org/10.1145/3109859.3109912).
///
/// @param k the cut, at least 1
public record Aplt(int k) implements PopularityMetric {
    public Aplt {
        Names.checkCut(k);
    }

    @Override
    public String name() {
        return Names.at("APLT", k);
    }

    @Override
    public OptionalDouble of(UserList list, Popularity training) {
        return list.items(k).map(item -> training.inShortHead(item) ? 0 : 1).average();
    }
}
