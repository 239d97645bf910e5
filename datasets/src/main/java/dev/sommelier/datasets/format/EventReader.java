package dev.sommelier.datasets.format;

import dev.sommelier.core.Interaction;
import dev.sommelier.core.Item;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Collects items and interactions, and holds what must be true across lines: item ids are distinct, and an
/// interaction's
/// item is known.
final class EventReader {
    private final Path itemsFile;
    private final Map<String, Long> lines = new HashMap<>();
    private final List<Item> items = new ArrayList<>();
    private final List<Interaction> interactions = new ArrayList<>();

    EventReader(Path itemsFile) {
        this.itemsFile = itemsFile;
    }

    void item(Row row, Item item) {
        var earlier = lines.putIfAbsent(item.id(), row.line());
        if (earlier != null) {
            throw row.error(
                    "the item's id must be new, line " + earlier + " has it too",
                    item.id(),
                    "remove one of the two lines");
        }
        items.add(item);
    }

    /// @param rating the rating's column; absent where the data are implicit
    /// @param time the time's column; absent where unknown
    void interaction(Row row, int user, int item, Optional<Integer> rating, Optional<Integer> time) {
        var id = row.required(item, "item");
        if (!lines.containsKey(id)) {
            throw row.error("the item must be in " + itemsFile, id, "add it there or remove this line");
        }
        interactions.add(new Interaction(
                row.required(user, "user"),
                id,
                rating.map(row::rating).orElse(1.0),
                time.map(row::time).orElse(0L)));
    }

    Content content(List<String> attributes, boolean rated) {
        return new Content(items, attributes, interactions, rated);
    }
}
