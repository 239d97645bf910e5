package dev.sommelier.recommenders.factor;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Item;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Which items of a catalogue may be recommended, worked out once for many queries.
public final class ItemFilter {
    private final Catalog catalog;
    private final int[] positions;

    private ItemFilter(Catalog catalog, int[] positions) {
        this.catalog = catalog;
        this.positions = positions;
    }

    /// Every item.
    public static ItemFilter all(Catalog catalog) {
        return matching(catalog, item -> true);
    }

    /// The items that have a value of an attribute, such as `genre` and `Comedy`; none is an allowed result.
    public static ItemFilter having(Catalog catalog, String attribute, String value) {
        return matching(catalog, item -> item.values(attribute).contains(value));
    }

    /// The items that a rule allows.
    public static ItemFilter matching(Catalog catalog, Predicate<Item> rule) {
        return new ItemFilter(
                catalog,
                IntStream.range(0, catalog.size())
                        .filter(position -> rule.test(catalog.item(position)))
                        .toArray());
    }

    /// Those of these items that have one of the ids; ids outside the catalogue are no one's.
    public ItemFilter and(Set<String> ids) {
        return new ItemFilter(
                catalog,
                IntStream.of(positions)
                        .filter(position -> ids.contains(catalog.item(position).id()))
                        .toArray());
    }

    /// The number of allowed items.
    public int size() {
        return positions.length;
    }

    /// The catalogue whose items are meant.
    Catalog catalog() {
        return catalog;
    }

    /// The allowed positions, ascending.
    int[] positions() {
        return positions;
    }
}
