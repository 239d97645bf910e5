package dev.sommelier.recommenders.factor;

import dev.sommelier.core.Query;
import dev.sommelier.core.RankedList;
import dev.sommelier.core.Recommender;
import dev.sommelier.recommenders.Described;
import dev.sommelier.recommenders.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The best items of a factor model: exact, found by one pass over the item vectors for a whole batch of users.
///
/// Lists equal those that rank by `score` of the same model: the same scores, equal ones
/// in catalogue order, the history left out. They may be shorter than asked for, down to empty, where a filter or the
/// candidates leave fewer items.
public final class FactorRecommender implements Recommender, Described {
    private final FactorModel model;

    /// @param model gives the vectors and the name
    public FactorRecommender(FactorModel model) {
        this.model = model;
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public String parameters() {
        return model.parameters();
    }

    @Override
    public RankedList recommend(Query query) {
        return recommendAll(List.of(query)).getFirst();
    }

    /// One list for each query, on all threads.
    public List<RankedList> recommendAll(List<Query> queries) {
        return answer(queries, model.scan(), ItemFilter.all(model.catalog()));
    }

    /// One list for each query, of allowed items only. The allowed items are copied once for all queries and nothing
    /// else is scored.
    ///
    /// @throws IllegalArgumentException if the filter was made for another catalogue
    public List<RankedList> recommendAll(List<Query> queries, ItemFilter filter) {
        if (filter.catalog() != model.catalog()) {
            throw new IllegalArgumentException("the filter was made for another catalogue than the model's");
        }
        return answer(queries, only(filter), filter);
    }

    private List<RankedList> answer(List<Query> queries, ItemScan scan, ItemFilter filter) {
        var users = new float[queries.size()][];
        var seen = new int[queries.size()][];
        Workers.run(users.length, () -> queries, (none, q) -> {
            var history = queries.get(q).history();
            users[q] = model.userVector(history);
            seen[q] = Contacts.positions(model.catalog(), history);
        });
        var lists = new RankedList[users.length];
        // Lists of one length share a pass; a query with candidates of its own has its own.
        var byLength = new TreeMap<Integer, List<Integer>>();
        for (int q = 0; q < lists.length; q++) {
            var query = queries.get(q);
            if (query.candidates().isPresent()) {
                var own = only(filter.and(query.candidates().get()));
                scan(own, List.of(q), query.k(), users, seen, lists);
            } else {
                byLength.computeIfAbsent(query.k(), length -> new ArrayList<>()).add(q);
            }
        }
        byLength.forEach((k, group) -> scan(scan, group, k, users, seen, lists));
        return List.of(lists);
    }

    private void scan(ItemScan scan, List<Integer> group, int k, float[][] users, int[][] seen, RankedList[] lists) {
        var best = scan.best(
                group.stream().map(q -> users[q]).toArray(float[][]::new),
                group.stream().map(q -> seen[q]).toArray(int[][]::new),
                k);
        for (int i = 0; i < best.length; i++) {
            lists[group.get(i)] = best[i].drain(model.catalog());
        }
    }

    private ItemScan only(ItemFilter filter) {
        return ItemScan.of(model.itemFactors(), filter.positions(), Kernels.fastest());
    }
}
