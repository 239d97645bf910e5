package dev.sommelier.evaluation.recommendation;

import java.util.OptionalDouble;

/// Average recommendation popularity: the mean training count of the first `k` items, higher is more popular.
///
/// At least 0; undefined for an empty list. Source: Yin, Cui, Li, Yao and Chen, *Challenging the long tail
/// recommendation*, PVLDB 2012, as Elliot computes it.
///
/// @param k the cut, at least 1
public record Arp(int k) implements PopularityMetric {
    public Arp {
        Names.checkCut(k);
    }

    @Override
    public String name() {
        return Names.at("ARP", k);
    }

    @Override
    public OptionalDouble of(UserList list, Popularity training) {
        return list.items(k).mapToLong(training::count).average();
    }
}
