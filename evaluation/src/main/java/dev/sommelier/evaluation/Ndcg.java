package dev.sommelier.evaluation;

import java.util.List;
import java.util.Set;

/// Normalised discounted cumulative gain with binary gain: hits count less further down.
///
/// `DCG = sum over hits of 1 / log2(rank + 1)`, divided by the DCG of the best possible list of length `k`, which has
/// `min(k, |R|)` hits at the top. The gain is 1, so linear and exponential gain are the same; the discount starts at
/// rank 1 with 1. From 0 to 1; undefined without a relevant item. Source: Järvelin and Kekäläinen, *Cumulated
/// gain-based
/// evaluation of IR techniques*, ACM TOIS 2002, [doi:10.1145/582415.582418](https://doi.org/10.1145/582415.582418); the
/// discount at rank 1 as in trec_eval.
///
/// @param k the cut of list and ideal list, at least 1
public record Ndcg(int k) implements RankingMetric {
    private static final double LOG_2 = Math.log(2);

    public Ndcg {
        Hits.checkCut(k);
    }

    @Override
    public String name() {
        return Hits.named("NDCG", k);
    }

    @Override
    public double of(List<String> ranked, Set<String> relevant) {
        double gain = 0;
        for (int rank : Hits.ranks(ranked, relevant, k)) {
            gain += discount(rank);
        }
        double ideal = 0;
        for (int rank = 1; rank <= Math.min(k, relevant.size()); rank++) {
            ideal += discount(rank);
        }
        return gain / ideal;
    }

    private static double discount(int rank) {
        return LOG_2 / Math.log(rank + 1.0);
    }
}
