package dev.sommelier.evaluation;

import java.util.List;
import java.util.Set;

/// One over the rank of the first relevant item; 0 if none is among the first `k`. Its mean over users is MRR.
///
/// From 0 to 1; undefined without a relevant item. Source: Voorhees and Tice, *Building a question answering test
/// collection*, SIGIR 2000, [doi:10.1145/345508.345577](https://doi.org/10.1145/345508.345577).
///
/// @param k the cut, at least 1
public record ReciprocalRank(int k) implements RankingMetric {
    public ReciprocalRank {
        Hits.checkCut(k);
    }

    /// Over the whole ranking, whatever its length.
    public static ReciprocalRank uncut() {
        return new ReciprocalRank(Integer.MAX_VALUE);
    }

    @Override
    public String name() {
        return Hits.named("MRR", k);
    }

    @Override
    public double of(List<String> ranked, Set<String> relevant) {
        var ranks = Hits.ranks(ranked, relevant, k);
        return ranks.length == 0 ? 0 : 1.0 / ranks[0];
    }
}
