package dev.sommelier.evaluation;

import java.util.List;
import java.util.Set;

/// The share of the relevant items that are among the first `k`: `hits / |R|`.
///
/// The denominator is `|R|`, not `min(k, |R|)` as in some tools, so with more than `k` relevant items 1 cannot be
/// reached. From 0 to 1; undefined without a relevant item. Source: Herlocker, Konstan, Terveen and Riedl, *Evaluating
/// collaborative filtering recommender systems*, ACM TOIS 2004,
/// [doi:10.1145/963770.963772](https://doi.org/10.1145/963770.963772).
///
/// @param k the cut, at least 1
public record Recall(int k) implements RankingMetric {
    public Recall {
        Hits.checkCut(k);
    }

    @Override
    public String name() {
        return Hits.named("Recall", k);
    }

    @Override
    public double of(List<String> ranked, Set<String> relevant) {
        return (double) Hits.ranks(ranked, relevant, k).length / relevant.size();
    }
}
