package dev.sommelier.evaluation.correlation;

/// The AP rank correlation, from -1 to 1, which weighs errors near the top more: `2 / (n - 1) * sum over ranks i >= 2
/// of
/// C(i) / (i - 1) - 1`, where C(i) counts the systems above rank i of the other order that the reference too places
/// above the system at rank i.
///
/// Not symmetric: the probability is over the other order's ranks. It needs orders without ties; equal scores are
/// ordered by position. Undefined (NaN) with fewer than two systems.
///
/// Source: Yilmaz, Aslam and Robertson, *A new rank correlation coefficient for information retrieval*, SIGIR 2008,
/// [doi:10.1145/1390334.1390435](https://doi.org/10.1145/1390334.1390435).
public record TauAp() implements RankCorrelation {
    @Override
    public String name() {
        return "tau_AP";
    }

    @Override
    public double of(double[] reference, double[] other) {
        Orders.check(reference, other);
        int n = reference.length;
        if (n < 2) {
            return Double.NaN;
        }
        var rank = Orders.ranks(reference);
        var order = Orders.descending(other);
        double sum = 0;
        for (int i = 1; i < n; i++) {
            int right = 0;
            for (int above = 0; above < i; above++) {
                right += rank[order[above]] < rank[order[i]] ? 1 : 0;
            }
            sum += (double) right / i;
        }
        return 2 * sum / (n - 1) - 1;
    }
}
