package dev.sommelier.evaluation.recommendation;

import java.util.HashSet;
import java.util.OptionalDouble;

/// The share of the first `k` places that hold a hit which nobody needs a model to find: a relevant item that is not
/// among the `k` most popular items that the user has not seen.
///
/// `unexpected hits / k`, from 0 to [Precision]; without a cut `k` is the list's length. Equal counts are in catalogue
/// order. Undefined for an empty list. Source: Ge, Delgado-Battenfeld and Jannach, *Beyond accuracy: evaluating
/// recommender systems by coverage and serendipity*, RecSys 2010,
/// [doi:10.1145/1864708.1864761](https://doi.org/10.1145/1864708.1864761), with popularity as the primitive model.
///
/// @param k the cut, at least 1
public record Serendipity(int k) implements PopularityMetric {
    public Serendipity {
        Names.checkCut(k);
    }

    @Override
    public String name() {
        return Names.at("Serendipity", k);
    }

    @Override
    public OptionalDouble of(UserList list, Popularity training) {
        if (list.length() == 0) {
            return OptionalDouble.empty();
        }
        int depth = Names.depth(k, list.length());
        var expected = new HashSet<Integer>();
        for (int place = 0; place < training.items() && expected.size() < depth; place++) {
            int item = training.byPopularity(place);
            if (!list.hasSeen(item)) {
                expected.add(item);
            }
        }
        long found = list.items(k)
                .filter(item -> list.isRelevant(item) && !expected.contains(item))
                .count();
        return OptionalDouble.of((double) found / depth);
    }
}
