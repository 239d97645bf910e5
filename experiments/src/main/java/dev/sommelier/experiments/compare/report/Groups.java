package dev.sommelier.experiments.compare.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The largest groups of contenders of whom no two can be told apart: the maximal cliques of a graph.
///
/// Source: Bron and Kerbosch, *Algorithm 457: finding all cliques of an undirected graph*, CACM 1973,
/// [doi:10.1145/362342.362367](https://doi.org/10.1145/362342.362367).
final class Groups {
    private final List<BitSet> neighbours;
    private final List<List<Integer>> found = new ArrayList<>();

    private Groups(List<BitSet> neighbours) {
        this.neighbours = neighbours;
    }

    /// Which two cannot be told apart.
    interface Alike {
        boolean are(int i, int j);
    }

    /// The groups of the contenders 0 to `n - 1`, members in order, groups by their first members; one that differs
    /// from all others is a group by itself.
    static List<List<Integer>> of(int n, Alike alike) {
        var neighbours = new ArrayList<BitSet>();
        for (int i = 0; i < n; i++) {
            var row = new BitSet(n);
            for (int j = 0; j < n; j++) {
                row.set(j, i != j && alike.are(Math.min(i, j), Math.max(i, j)));
            }
            neighbours.add(row);
        }
        var groups = new Groups(neighbours);
        var all = new BitSet(n);
        all.set(0, n);
        groups.extend(new BitSet(n), all, new BitSet(n));
        groups.found.sort((a, b) -> compare(a, b));
        return List.copyOf(groups.found);
    }

    private static int compare(List<Integer> a, List<Integer> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = Integer.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private void extend(BitSet clique, BitSet open, BitSet closed) {
        if (open.isEmpty() && closed.isEmpty()) {
            found.add(clique.stream().boxed().toList());
            return;
        }
        for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
            var larger = (BitSet) clique.clone();
            larger.set(i);
            extend(larger, both(open, i), both(closed, i));
            open.clear(i);
            closed.set(i);
        }
    }

    private BitSet both(BitSet set, int i) {
        var both = (BitSet) set.clone();
        both.and(neighbours.get(i));
        return both;
    }
}
