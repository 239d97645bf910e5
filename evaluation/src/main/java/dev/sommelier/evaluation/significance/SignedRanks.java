package dev.sommelier.evaluation.significance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The ranks of the sizes of differences, and the distribution of their sum under random signs.
final class SignedRanks {
    private SignedRanks() {}

    /// @param doubled twice each mean rank, so that ties stay whole numbers
    /// @param positive the rank sum of the differences above 0
    /// @param tieTerm the sum of `t^3 - t` over the groups of equal sizes
    record Ranked(List<Integer> doubled, double positive, double tieTerm) {
        int n() {
            return doubled.size();
        }
    }

    static Ranked of(double[] differences) {
        var kept = Arrays.stream(differences).filter(d -> d != 0).toArray();
        var order = IntStream.range(0, kept.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Math.abs(kept[i])))
                .toList();
        var doubled = new Integer[kept.length];
        double positive = 0;
        double tieTerm = 0;
        for (int from = 0; from < kept.length; ) {
            int to = from;
            while (to < kept.length && Math.abs(kept[order.get(to)]) == Math.abs(kept[order.get(from)])) {
                to++;
            }
            for (int i = from; i < to; i++) {
                doubled[i] = from + 1 + to;
                positive += kept[order.get(i)] > 0 ? doubled[i] / 2.0 : 0;
            }
            double ties = to - from;
            tieTerm += ties * ties * ties - ties;
            from = to;
        }
        return new Ranked(List.of(doubled), positive, tieTerm);
    }

    /// The share of all sign patterns whose rank sum is at least as far from the middle as the one seen.
    static double exact(Ranked ranked) {
        int total = ranked.doubled().stream().mapToInt(Integer::intValue).sum();
        var shares = new double[total + 1];
        shares[0] = 1;
        int reached = 0;
        for (int rank : ranked.doubled()) {
            reached += rank;
            for (int sum = reached; sum >= 0; sum--) {
                shares[sum] = shares[sum] / 2 + (sum >= rank ? shares[sum - rank] / 2 : 0);
            }
        }
        long seen = Math.round(2 * ranked.positive());
        long smaller = Math.min(seen, total - seen);
        double tail = 0;
        for (int sum = 0; sum <= smaller; sum++) {
            tail += shares[sum];
        }
        return Math.min(1, 2 * tail);
    }
}
