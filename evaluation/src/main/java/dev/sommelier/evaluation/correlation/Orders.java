package dev.sommelier.evaluation.correlation;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Orders and ranks of scores.
public final class Orders {
    private Orders() {}

    /// The positions by descending score, equal scores by ascending position.
    public static int[] descending(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// Each position's rank from 1, best first, equal scores by ascending position.
    public static int[] ranks(double[] scores) {
        var ranks = new int[scores.length];
        int rank = 1;
        for (int position : descending(scores)) {
            ranks[position] = rank++;
        }
        return ranks;
    }

    /// The greatest number of places that a system moves between two orders.
    public static int largestRankChange(double[] reference, double[] other) {
        check(reference, other);
        var first = ranks(reference);
        var second = ranks(other);
        return IntStream.range(0, first.length)
                .map(i -> Math.abs(first[i] - second[i]))
                .max()
                .orElse(0);
    }

    /// The scores at some positions.
    public static double[] pick(double[] scores, int[] positions) {
        return IntStream.of(positions).mapToDouble(i -> scores[i]).toArray();
    }

    /// The positions of the `k` best, in ascending order of position.
    public static int[] best(double[] scores, int k) {
        return IntStream.of(descending(scores)).limit(k).sorted().toArray();
    }

    static void check(double[] reference, double[] other) {
        if (reference.length != other.length) {
            throw new IllegalArgumentException(
                    "both sides need the same systems, got " + reference.length + " and " + other.length + " scores");
        }
        for (int i = 0; i < reference.length; i++) {
            if (!Double.isFinite(reference[i]) || !Double.isFinite(other[i])) {
                throw new IllegalArgumentException(
                        "scores must be finite: number " + i + " is " + reference[i] + " and " + other[i]);
            }
        }
    }
}
