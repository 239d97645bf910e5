package dev.sommelier.evaluation.recommendation;

/// Whether any relevant item is among the first `k`: 1 or 0. Its mean over users is the hit rate.
///
/// Undefined without a relevant item. Source: Deshpande and Karypis, *Item-based top-N recommendation algorithms*, ACM
/// TOIS 2004, [doi:10.1145/963770.963776](https://doi.org/10.1145/963770.963776).
///
/// @param k the cut, at least 1
public record HitRate(int k) implements AccuracyMetric {
    public HitRate {
        Names.checkCut(k);
    }

    @Override
    public String name() {
        return Names.at("HR", k);
    }

    @Override
    public double of(JudgedList list) {
        return list.hits(k) > 0 ? 1 : 0;
    }
}
