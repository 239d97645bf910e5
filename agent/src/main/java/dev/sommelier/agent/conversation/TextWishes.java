package dev.sommelier.agent.conversation;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Item;
import dev.sommelier.core.TextEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The nearness of a wish to an item's title and attribute values, as a text encoder sees it. Vectors of items are made
/// at first use and kept.
public final class TextWishes implements WishScorer {
    private final TextEncoder encoder;
    private final Catalog catalog;
    private final Map<String, float[]> vectors = new LinkedHashMap<>();

    public TextWishes(TextEncoder encoder, Catalog catalog) {
        this.encoder = encoder;
        this.catalog = catalog;
    }

    @Override
    public String name() {
        return encoder.name();
    }

    @Override
    public synchronized double[] score(String wish, List<String> items) {
        var missing = items.stream().filter(item -> !vectors.containsKey(item)).toList();
        var made = encoder.encode(
                missing.stream().map(item -> text(catalog.item(item))).toList());
        for (int i = 0; i < made.length; i++) {
            vectors.put(missing.get(i), made[i]);
        }
        var query = encoder.encode(List.of(wish))[0];
        return items.stream()
                .mapToDouble(item -> dot(query, vectors.getOrDefault(item, query)))
                .toArray();
    }

    /// An item in words: its title and attribute values.
    static String text(Item item) {
        var values = item.attributes().values().stream()
                .map(list -> String.join(", ", list))
                .collect(Collectors.joining("; "));
        return values.isEmpty() ? item.title() : item.title() + ": " + values;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
