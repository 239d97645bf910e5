package dev.sommelier.datasets;

import dev.sommelier.core.Item;
import java.util.List;

/// What a typed title means.
public sealed interface TitleMatch {
    /// It names this item.
    record Exact(Item item) implements TitleMatch {}

    /// It names all of these, in catalogue order; the person has to choose, by the full title or by `id:ID`.
    record Ambiguous(List<Item> items) implements TitleMatch {
        public Ambiguous {
            items = List.copyOf(items);
        }
    }

    /// It names none; these come nearest, best first.
    record Unknown(List<Item> nearest) implements TitleMatch {
        public Unknown {
            nearest = List.copyOf(nearest);
        }
    }
}
