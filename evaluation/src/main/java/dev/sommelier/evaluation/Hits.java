package dev.sommelier.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Where a list meets the relevant items.
final class Hits {
    private Hits() {}

    /// The ranks, from 1 to `k`, that hold a relevant item, ascending.
    static int[] ranks(List<String> ranked, Set<String> relevant, int k) {
        if (relevant.isEmpty()) {
            throw new IllegalArgumentException(
                    "without a relevant item a ranking metric is undefined; leave the user out and count it");
        }
        var seen = new HashSet<String>();
        var ranks = IntStream.rangeClosed(1, Math.min(k, ranked.size()))
                .filter(rank -> relevant.contains(ranked.get(rank - 1)))
                .toArray();
        for (int rank : ranks) {
            if (!seen.add(ranked.get(rank - 1))) {
                throw new IllegalArgumentException(
                        "items must be distinct: \"" + ranked.get(rank - 1) + "\" appears again at rank " + rank);
            }
        }
        return ranks;
    }

    static void checkCut(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, got " + k);
        }
    }

    /// `HR@10`; without the cut where it is the whole ranking.
    static String named(String metric, int k) {
        return k == Integer.MAX_VALUE ? metric : metric + "@" + k;
    }
}
