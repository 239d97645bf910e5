package dev.sommelier.agent.conversation;

import dev.sommelier.core.Catalog;
import dev.sommelier.tools.constraint.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Adds a constraint to others: what it contradicts is replaced by it, since people change their minds.
final class ConstraintMerge {
    private ConstraintMerge() {}

    /// @param replaced the older constraints that gave way
    record Merged(List<Constraint> constraints, List<Constraint> replaced) {}

    static Merged add(Catalog catalog, List<Constraint> before, Constraint fresh) {
        var kept = new ArrayList<Constraint>();
        var replaced = new ArrayList<Constraint>();
        var added = fresh;
        for (var old : before) {
            if (old.equals(fresh)) {
                continue;
            }
            var met = meet(old, added);
            if (met.isPresent()) {
                added = met.get();
            } else if (contradict(catalog, old, fresh)) {
                replaced.add(old);
            } else {
                kept.add(old);
            }
        }
        kept.add(added);
        return new Merged(kept, replaced);
    }

    /// Two ranges that overlap are one narrower range.
    private static Optional<Constraint> meet(Constraint old, Constraint fresh) {
        if (old instanceof Constraint.Range a
                && fresh instanceof Constraint.Range b
                && a.attribute().equals(b.attribute())
                && !a.negated()
                && !b.negated()) {
            int from = Math.max(a.from(), b.from());
            int to = Math.min(a.to(), b.to());
            return from <= to ? Optional.of(new Constraint.Range(a.attribute(), from, to, false)) : Optional.empty();
        }
        return Optional.empty();
    }

    /// Two constraints on one attribute that no item of the catalogue meets together.
    private static boolean contradict(Catalog catalog, Constraint old, Constraint fresh) {
        return old.attribute().equals(fresh.attribute())
                && catalog.items().stream().noneMatch(item -> old.meets(item) && fresh.meets(item));
    }
}
