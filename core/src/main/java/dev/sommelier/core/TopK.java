package dev.sommelier.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Picks the best items from scores, with the one order that all of Sommelier uses: score descending, then catalogue
/// order.
public final class TopK {
    private TopK() {}

    /// The best `k` positions that pass a filter, best first.
    ///
    /// @param scores one score for each item in catalogue order
    /// @param allowed the positions that may be picked
    public static List<Integer> positions(double[] scores, int k, IntPredicate allowed) {
        return IntStream.range(0, scores.length)
                .filter(allowed)
                .boxed()
                .sorted((a, b) -> scores[a] == scores[b] ? Integer.compare(a, b) : Double.compare(scores[b], scores[a]))
                .limit(k)
                .toList();
    }

    /// The answer to a query from the scores of all items: history and non-candidates left out.
    public static RankedList list(Catalog catalog, double[] scores, Query query) {
        var seen = query.history().items();
        var entries = new ArrayList<ScoredItem>();
        for (int position : positions(scores, query.k(), i -> allowed(catalog, query, seen, i))) {
            entries.add(new ScoredItem(catalog.item(position).id(), scores[position]));
        }
        return new RankedList(entries);
    }

    private static boolean allowed(Catalog catalog, Query query, Set<String> seen, int position) {
        var id = catalog.item(position).id();
        return !seen.contains(id)
                && query.candidates().map(set -> set.contains(id)).orElse(true);
    }
}
