package dev.sommelier.tools.constraint;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Item;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Applies constraints to a catalogue. Where they leave nothing, the one that costs most is given up, and said so.
public final class ConstraintFilter {
    private final Catalog catalog;
    private final Set<String> excluded;

    /// @param excluded items that are not to be found in any case
    public ConstraintFilter(Catalog catalog, Set<String> excluded) {
        this.catalog = catalog;
        this.excluded = Set.copyOf(excluded);
    }

    /// What is left.
    ///
    /// @param items the items that meet the kept constraints, in catalogue order
    /// @param kept the constraints that hold for all of them
    /// @param relaxed the constraints that were given up, in the order of giving up
    public record Filtered(Set<String> items, List<Constraint> kept, List<Relaxed> relaxed) {
        public Filtered {
            kept = List.copyOf(kept);
            relaxed = List.copyOf(relaxed);
        }
    }

    /// A constraint and how many items it alone keeps out of what the others leave.
    public record Relaxed(Constraint constraint, int cost) {}

    /// The items that meet all constraints. While there are none, the constraint that keeps most items out is given
    /// up, the older one on a tie.
    public Filtered apply(List<Constraint> constraints) {
        var kept = new ArrayList<>(constraints);
        var relaxed = new ArrayList<Relaxed>();
        var items = meeting(kept);
        while (items.isEmpty() && !kept.isEmpty()) {
            // The best of all single sacrifices; where none helps alone, the one that most items fail goes first.
            var costs = costs(kept);
            var worst = costs.getFirst();
            for (var cost : costs) {
                worst = cost.cost() > worst.cost() ? cost : worst;
            }
            if (worst.cost() == 0) {
                worst = new Relaxed(mostFailed(kept), 0);
            }
            kept.remove(worst.constraint());
            relaxed.add(worst);
            items = meeting(kept);
        }
        return new Filtered(items, kept, relaxed);
    }

    /// For each constraint, the number of items that meet all others and not this one.
    public List<Relaxed> costs(List<Constraint> constraints) {
        int all = meeting(constraints).size();
        var costs = new ArrayList<Relaxed>();
        for (var constraint : constraints) {
            var others = new ArrayList<>(constraints);
            others.remove(constraint);
            costs.add(new Relaxed(constraint, meeting(others).size() - all));
        }
        return costs;
    }

    private Constraint mostFailed(List<Constraint> constraints) {
        var worst = constraints.getFirst();
        for (var constraint : constraints) {
            worst = meeting(List.of(constraint)).size()
                            < meeting(List.of(worst)).size()
                    ? constraint
                    : worst;
        }
        return worst;
    }

    private Set<String> meeting(List<Constraint> constraints) {
        var items = new LinkedHashSet<String>();
        for (Item item : catalog.items()) {
            if (!excluded.contains(item.id()) && constraints.stream().allMatch(one -> one.meets(item))) {
                items.add(item.id());
            }
        }
        return items;
    }
}
