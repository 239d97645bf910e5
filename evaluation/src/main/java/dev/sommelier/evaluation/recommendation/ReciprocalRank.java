package dev.sommelier.evaluation.recommendation;

/// One over the rank of the first relevant item; 0 if none is among the first `k`. Its mean over users is MRR.
///
/// From 0 to 1; undefined without a relevant item. Source: Voorhees and Tice, *Building a question answering test
/// collection*, SIGIR 2000, [doi:10.1145/345508.345577](https://doi.org/10.1145/345508.345577).
///
/// @param k the cut, at least 1
public record ReciprocalRank(int k) implements AccuracyMetric {
    public ReciprocalRank {
        Names.checkCut(k);
    }

    /// Over the whole ranking, whatever its length.
    public static ReciprocalRank uncut() {
        return new ReciprocalRank(UNCUT);
    }

    @Override
    public String name() {
        return Names.at("MRR", k);
    }

    @Override
    public double of(JudgedList list) {
        return list.hits(k) == 0 ? 0 : 1.0 / list.rank(0);
    }
}
