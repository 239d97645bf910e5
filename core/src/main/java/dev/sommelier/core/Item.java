package dev.sommelier.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One thing that can be recommended.
///
/// @param id the identifier that the data set uses; never blank
/// @param title the canonical title shown to people and models, such as `Toy Story (1995)`; never blank
/// @param attributes values by attribute name, in the data set's order; an attribute without values is absent
public record Item(String id, String title, Map<String, List<String>> attributes) {
    public Item {
        if (id.isBlank()) {
            throw new IllegalArgumentException("item id must not be blank (title: \"" + title + "\")");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("item " + id + ": title must not be blank");
        }
        var copy = new LinkedHashMap<String, List<String>>();
        attributes.forEach((name, values) -> {
            if (!values.isEmpty()) {
                copy.put(name, List.copyOf(values));
            }
        });
        attributes = Collections.unmodifiableMap(copy);
    }

    /// The values of one attribute; empty when the item has none.
    public List<String> values(String attribute) {
        return attributes.getOrDefault(attribute, List.of());
    }
}
