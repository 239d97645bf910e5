package dev.sommelier.evaluation.recommendation;

import java.util.OptionalDouble;

/// Mean self-information of the first `k` items, `-log2(count / users)`, in bits: how surprising it is that a user
/// knows
/// them.
///
/// At least 0, higher is more novel; an item that training lacks counts as if one user had it. Undefined for an empty
/// list. Source: Zhou, Kuscsik, Liu, Medo, Wakeling and Zhang, *Solving the apparent diversity-accuracy dilemma of
/// recommender systems*, PNAS 2010, [doi:10.1073/pnas.1000488107](https://doi.org/10.1073/pnas.1000488107).
///
/// @param k the cut, at least 1
public record Novelty(int k) implements PopularityMetric {
    public Novelty {
        Names.checkCut(k);
    }

    @Override
    public String name() {
        return Names.at("Novelty", k);
    }

    @Override
    public OptionalDouble of(UserList list, Popularity training) {
        return list.items(k)
                .mapToDouble(
                        item -> Math.log((double) training.users() / Math.max(1, training.count(item))) / Math.log(2))
                .average();
    }
}
