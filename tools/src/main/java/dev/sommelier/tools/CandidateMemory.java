package dev.sommelier.tools;

import dev.sommelier.core.ScoredItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// Every list that was found for one user, with its origin. Not safe for use by several threads.
public final class CandidateMemory {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<String>> origins = new LinkedHashMap<>();

    /// One remembered list.
    ///
    /// @param origin the call that made it, such as `retrieve genre`
    /// @param ranking whether it orders candidates that were there before
    /// @param items the items, best first
    public record Entry(String origin, boolean ranking, List<ScoredItem> items) {
        public Entry {
            items = List.copyOf(items);
        }
    }

    /// Remembers new candidates.
    public void addRetrieved(String origin, List<ScoredItem> items) {
        add(new Entry(origin, false, items));
    }

    /// Remembers an order of candidates that are known already.
    ///
    /// @throws IllegalArgumentException if an item is no candidate
    public void addRanked(String origin, List<ScoredItem> items) {
        for (var item : items) {
            if (!origins.containsKey(item.item())) {
                throw new IllegalArgumentException(origin + " ranks \"" + item.item() + "\", which is no candidate");
            }
        }
        add(new Entry(origin, true, items));
    }

    private void add(Entry entry) {
        entries.add(entry);
        for (var item : entry.items()) {
            origins.computeIfAbsent(item.item(), id -> new ArrayList<>()).add(entry.origin());
        }
    }

    /// All lists in the order in which they were found.
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /// The union of all lists in order of first appearance.
    public SequencedSet<String> candidates() {
        return Collections.unmodifiableSequencedSet(new LinkedHashSet<>(origins.keySet()));
    }

    /// The calls that found an item, in order; empty for an item that is no candidate.
    public List<String> origins(String item) {
        return List.copyOf(origins.getOrDefault(item, List.of()));
    }

    /// The best order of all candidates so far: the latest ranking first, then the others by the best score that any
    /// retrieval gave them, equal scores in order of first appearance.
    public List<String> best() {
        var order = new LinkedHashSet<String>();
        for (int i = entries.size() - 1; i >= 0 && order.isEmpty(); i--) {
            if (entries.get(i).ranking()) {
                entries.get(i).items().forEach(item -> order.add(item.item()));
            }
        }
        var scores = new LinkedHashMap<String, Double>();
        for (var entry : entries) {
            if (!entry.ranking()) {
                entry.items().forEach(item -> scores.merge(item.item(), item.score(), Math::max));
            }
        }
        scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(entry -> order.add(entry.getKey()));
        return List.copyOf(order);
    }
}
