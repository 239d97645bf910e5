package dev.sommelier.datasets.check;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/// What there is to read about items.
final class Texts {
    private Texts() {}

    static List<Finding> findings(Catalog catalog) {
        var titles = new HashMap<String, Integer>();
        catalog.items().forEach(item -> titles.merge(key(item), 1, Integer::sum));
        return List.of(
                new Finding(
                        "items-without-title",
                        "items without a title",
                        catalog.items().stream().filter(Texts::untitled).count(),
                        catalog.size(),
                        "they are shown by their identifiers, which tell a language model nothing"),
                new Finding(
                        "shared-titles",
                        "items whose title another item has too",
                        catalog.items().stream()
                                .filter(item -> titles.getOrDefault(key(item), 0) > 1)
                                .count(),
                        catalog.size(),
                        "a language model cannot tell them apart by the title alone"),
                new Finding(
                        "items-without-attributes",
                        "items without any attribute",
                        catalog.attributes().isEmpty()
                                ? 0
                                : catalog.items().stream()
                                        .filter(item -> item.attributes().isEmpty())
                                        .count(),
                        catalog.attributes().isEmpty() ? 0 : catalog.size(),
                        "profiles and tools that go by attributes know nothing of them"));
    }

    private static boolean untitled(Item item) {
        return item.title().equals(item.id());
    }

    private static String key(Item item) {
        return item.title().toLowerCase(Locale.ROOT);
    }
}
