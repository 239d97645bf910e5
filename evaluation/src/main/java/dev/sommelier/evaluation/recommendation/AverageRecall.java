package dev.sommelier.evaluation.recommendation;

/// The mean of recall at the ranks 1 to `k`; its mean over users is MAR.
///
/// A hit at rank `r` counts `(k - r + 1) / k`, all divided by `|R|`. From 0 to 1; undefined without a relevant item.
/// Source: Elliot's code ([doi:10.1145/3404835.3463245](https://doi.org/10.1145/3404835.3463245)).
///
/// @param k the cut, at least 1
public record AverageRecall(int k) implements AccuracyMetric {
    public AverageRecall {
        Names.checkCut(k);
    }

    @Override
    public String name() {
        return Names.at("MAR", k);
    }

    @Override
    public double of(JudgedList list) {
        int depth = Names.depth(k, list.length());
        double sum = 0;
        for (int hit = list.hits(k) - 1; hit >= 0; hit--) {
            sum += (depth - list.rank(hit) + 1.0) / depth;
        }
        return sum / list.relevant();
    }
}
