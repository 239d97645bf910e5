package dev.sommelier.evaluation.correlation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Kendall's tau-b, from -1 to 1: `(concordant - discordant) / sqrt(pairs not tied in the one * pairs not tied in the
/// other)`. Undefined (NaN) with fewer than two systems, or when one side's scores are all equal.
///
/// Counted by merge sort in `n log n`: Knight, *A computer method for calculating Kendall's tau with ungrouped data*,
/// 1966, [doi:10.1080/01621459.1966.10480879](https://doi.org/10.1080/01621459.1966.10480879). Source of tau-b:
/// Kendall, *The treatment of ties in ranking problems*, 1945,
/// [doi:10.1093/biomet/33.3.239](https://doi.org/10.1093/biomet/33.3.239).
public record KendallTauB() implements RankCorrelation {
    @Override
    public String name() {
        return "tau-b";
    }

    @Override
    public double of(double[] reference, double[] other) {
        Orders.check(reference, other);
        int n = reference.length;
        var order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> reference[i])
                        .thenComparingDouble((Integer i) -> other[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double all = n * (n - 1.0) / 2;
        double tiedBoth = 0;
        int run = 1;
        for (int i = 1; i < n; i++) {
            boolean same = reference[order[i]] == reference[order[i - 1]] && other[order[i]] == other[order[i - 1]];
            run = same ? run + 1 : 1;
            tiedBoth += run - 1;
        }
        double tiedReference = tied(reference);
        double tiedOther = tied(other);
        var scores = Orders.pick(other, order);
        double discordant = swaps(scores, new double[n], 0, n);
        double concordant = all - tiedReference - tiedOther + tiedBoth - discordant;
        double untied = (all - tiedReference) * (all - tiedOther);
        return untied > 0 ? (concordant - discordant) / Math.sqrt(untied) : Double.NaN;
    }

    private static double tied(double[] scores) {
        var sorted = scores.clone();
        Arrays.sort(sorted);
        double tied = 0;
        int run = 1;
        for (int i = 1; i < sorted.length; i++) {
            run = sorted[i] == sorted[i - 1] ? run + 1 : 1;
            tied += run - 1;
        }
        return tied;
    }

    /// Sorts and counts the pairs that were in the wrong order.
    private static double swaps(double[] scores, double[] merged, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        double swaps = swaps(scores, merged, from, middle) + swaps(scores, merged, middle, to);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            if (right == to || (left < middle && scores[left] <= scores[right])) {
                merged[i] = scores[left++];
            } else {
                merged[i] = scores[right++];
                swaps += middle - left;
            }
        }
        System.arraycopy(merged, from, scores, from, to - from);
        return swaps;
    }
}
