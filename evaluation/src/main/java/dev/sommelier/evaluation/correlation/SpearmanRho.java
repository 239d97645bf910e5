package dev.sommelier.evaluation.correlation;

/// Spearman's rank correlation, from -1 to 1: Pearson's of the ranks, equal scores sharing their mean rank. Undefined
/// (NaN) with fewer than two systems, or when one side's scores are all equal.
///
/// Source: Spearman, *The proof and measurement of association between two things*, 1904,
/// [doi:10.2307/1412159](https://doi.org/10.2307/1412159).
public record SpearmanRho() implements RankCorrelation {
    @Override
    public String name() {
        return "Spearman";
    }

    @Override
    public double of(double[] reference, double[] other) {
        Orders.check(reference, other);
        return new PearsonR().of(meanRanks(reference), meanRanks(other));
    }

    private static double[] meanRanks(double[] scores) {
        var order = Orders.descending(scores);
        var ranks = new double[scores.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
