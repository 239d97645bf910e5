package dev.sommelier.evaluation.recommendation;

import java.util.OptionalDouble;

/// Expected popularity complement: the novelty of the hits among the first `k`, discounted by rank.
///
/// `sum(hit * d * novelty) / sum(d)` over the listed ranks, with `d = 1 / log2(rank + 1)` and the novelty
/// `1 - count / users`, how unlikely a user is to have the item.
/// From 0 to 1; 0 without a hit; undefined for an empty list. Source: Vargas and Castells, *Rank and
/// relevance in novelty and diversity metrics for recommender systems*, RecSys 2011,
/// [doi:10.1145/2043932.2043955](https://doi.org/10.1145/2043932.2043955), with the norm that Elliot uses.
///
/// @param k the cut, at least 1
public record Epc(int k) implements PopularityMetric {
    public Epc {
        Names.checkCut(k);
    }

    @Override
    public String name() {
        return Names.at("EPC", k);
    }

    @Override
    public OptionalDouble of(UserList list, Popularity training) {
        if (list.length() == 0) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        double norm = 0;
        for (int rank = 1; rank <= list.length(k); rank++) {
            int item = list.item(rank);
            sum += list.isRelevant(item) ? Discount.log2(rank) * novelty(item, training) : 0;
            norm += Discount.log2(rank);
        }
        return OptionalDouble.of(sum / norm);
    }

    private static double novelty(int item, Popularity training) {
        return 1 - (double) training.count(item) / training.users();
    }
}
