package dev.sommelier.core;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// All items of a data set in one fixed order: *catalogue order*, which also breaks every tie between equal scores.
///
/// Immutable and safe for use by several threads. Models address items by their position in this order.
public final class Catalog {
    private final List<Item> items;
    private final List<String> attributes;
    private final Map<String, Integer> positions;

    /// @param items the items in catalogue order; ids are distinct
    /// @param attributes the attributes that tools may use, such as `genre` and `period`, in the order to show them
    /// @throws IllegalArgumentException if two items share an id
    public Catalog(List<Item> items, List<String> attributes) {
        this.items = List.copyOf(items);
        this.attributes = List.copyOf(attributes);
        this.positions = HashMap.newHashMap(items.size());
        for (int i = 0; i < items.size(); i++) {
            var id = items.get(i).id();
            if (positions.putIfAbsent(id, i) != null) {
                throw new IllegalArgumentException("item id \"" + id + "\" appears twice in the catalogue");
            }
        }
    }

    /// The items in catalogue order.
    public List<Item> items() {
        return items;
    }

    /// The attributes that tools may use.
    public List<String> attributes() {
        return attributes;
    }

    /// The number of items.
    public int size() {
        return items.size();
    }

    /// The item at a position from 0 to [#size()] - 1.
    public Item item(int position) {
        return items.get(position);
    }

    /// The item with this id.
    ///
    /// @throws IllegalArgumentException if there is none
    public Item item(String id) {
        return items.get(position(id));
    }

    /// Whether the catalogue holds this id.
    public boolean contains(String id) {
        return positions.containsKey(id);
    }

    /// The position of an item in catalogue order.
    ///
    /// @throws IllegalArgumentException if the catalogue does not hold this id
    public int position(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("item \"" + id + "\" is not in the catalogue"));
    }

    /// The position of an item in catalogue order, or empty if the catalogue does not hold this id.
    public OptionalInt find(String id) {
        var position = positions.get(id);
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /// The distinct values that an attribute takes, in order of first appearance.
    public List<String> values(String attribute) {
        var values = new LinkedHashSet<String>();
        items.forEach(item -> values.addAll(item.values(attribute)));
        return List.copyOf(values);
    }
}
