package dev.sommelier.tools;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.Query;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tools over one catalogue and one base recommender. Immutable; [#session(Query)] serves one user.
///
/// ```
/// var tools = new ToolBox(ease, AttributeWeights.uniform(ease.catalog(), 0.5));
/// var session = tools.session(Query.top(10, history));
/// ToolResult found = session.retrieve("genre", Optional.of("Comedy"), 10);
/// ```
public final class ToolBox {
    /// The one attribute of a catalogue that declares none: its lists are the base recommender's.
    public static final String TASTE = "taste";

    private final ItemScorer base;
    private final AttributeWeights weights;
    private final Map<String, AttributeAffinity> affinities = new LinkedHashMap<>();
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /// @param base the recommender whose scores the tools refine, trained on the catalogue
    /// @param weights a weight for each attribute of the catalogue
    /// @throws IllegalArgumentException if a weight is missing
    public ToolBox(ItemScorer base, AttributeWeights weights) {
        this.base = base;
        this.weights = weights;
        for (var attribute : attributes()) {
            weights.of(attribute);
            affinities.put(attribute, new AttributeAffinity(catalog(), attribute));
            values.put(attribute, byFrequency(catalog(), attribute));
        }
    }

    static List<String> attributes(Catalog catalog) {
        return catalog.attributes().isEmpty() ? List.of(TASTE) : catalog.attributes();
    }

    private static List<String> byFrequency(Catalog catalog, String attribute) {
        var counts = new LinkedHashMap<String, Integer>();
        catalog.items().forEach(item -> item.values(attribute).forEach(value -> counts.merge(value, 1, Integer::sum)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The items.
    public Catalog catalog() {
        return base.catalog();
    }

    /// The base recommender.
    public ItemScorer base() {
        return base;
    }

    /// The weights of the attributes.
    public AttributeWeights weights() {
        return weights;
    }

    /// The attributes to retrieve and rank by; never empty.
    public List<String> attributes() {
        return attributes(catalog());
    }

    /// The values of an attribute, the one that most items have first; empty for an unknown attribute.
    public List<String> values(String attribute) {
        return values.getOrDefault(attribute, List.of());
    }

    /// The tools for one user, with an empty memory.
    public ToolSession session(Query query) {
        return new ToolSession(this, query, new CandidateMemory());
    }

    double[] affinity(String attribute, Query query) {
        var affinity = affinities.get(attribute);
        if (affinity == null) {
            throw new IllegalArgumentException("no attribute \"" + attribute + "\"");
        }
        return affinity.of(query.history());
    }
}
