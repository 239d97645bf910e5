package dev.sommelier.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Recommendations for one user, best first; items are distinct, scores never rise.
///
/// @param entries the items with their scores
public record RankedList(List<ScoredItem> entries) {
    public RankedList {
        entries = List.copyOf(entries);
        var seen = new HashSet<String>();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (!seen.add(entry.item())) {
                throw new IllegalArgumentException(
                        "item \"" + entry.item() + "\" appears twice, again at rank " + (i + 1));
            }
            if (i > 0 && entry.score() > entries.get(i - 1).score()) {
                throw new IllegalArgumentException("scores must not rise: rank " + (i + 1) + " has " + entry.score()
                        + " after " + entries.get(i - 1).score());
            }
        }
    }

    /// The list without entries.
    public static RankedList empty() {
        return new RankedList(List.of());
    }

    /// A list from items alone; the scores are n, n-1, ..., 1.
    public static RankedList ofItems(List<String> items) {
        var entries = new ArrayList<ScoredItem>();
        for (int i = 0; i < items.size(); i++) {
            entries.add(new ScoredItem(items.get(i), items.size() - i));
        }
        return new RankedList(entries);
    }

    /// The items, best first.
    public List<String> items() {
        return entries.stream().map(ScoredItem::item).toList();
    }
}
