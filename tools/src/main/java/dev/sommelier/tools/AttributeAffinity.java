package dev.sommelier.tools;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import java.util.LinkedHashMap;
import java.util.Map;

/// How much a history leans towards the values that an item has for one attribute.
///
/// For a value v that a share p(v) of the catalogue's items have, and that c of the n items of the history have, the
/// smoothed share is q(v) = (c + s p(v)) / (n + s) with s = 10, and the lift is ln(q(v) / p(v)): 0 for an empty
/// history, above 0 where the user takes the value more often than the catalogue offers it. An item's affinity is the
/// mean lift of its values, 0 when it has none. Immutable.
public final class AttributeAffinity {
    private static final double SMOOTHING = 10;

    private final Catalog catalog;
    private final String attribute;
    private final Map<String, Double> shares;

    /// @param attribute the attribute whose values count; one that no item has gives 0 everywhere
    public AttributeAffinity(Catalog catalog, String attribute) {
        this.catalog = catalog;
        this.attribute = attribute;
        this.shares = new LinkedHashMap<>();
        for (var item : catalog.items()) {
            item.values(attribute).forEach(value -> shares.merge(value, 1.0 / catalog.size(), Double::sum));
        }
    }

    /// The affinity of every item in catalogue order, in natural-log units.
    public double[] of(History history) {
        var items = history.items();
        var counts = new LinkedHashMap<String, Integer>();
        for (var id : items) {
            catalog.item(id).values(attribute).forEach(value -> counts.merge(value, 1, Integer::sum));
        }
        var lifts = new LinkedHashMap<String, Double>();
        shares.forEach((value, share) -> {
            double smoothed = (counts.getOrDefault(value, 0) + SMOOTHING * share) / (items.size() + SMOOTHING);
            lifts.put(value, Math.log(smoothed / share));
        });
        return catalog.items().stream()
                .mapToDouble(item -> item.values(attribute).stream()
                        .mapToDouble(value -> lifts.getOrDefault(value, 0.0))
                        .average()
                        .orElse(0))
                .toArray();
    }
}
