package dev.sommelier.cli.wiring;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Item;
import dev.sommelier.core.SommelierException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which items may be recommended: those that have a value for every condition.
public final class AttributeFilter {
    private static final int SHOWN = 12;

    private AttributeFilter() {}

    /// The ids of the items that meet all conditions; absent without conditions.
    ///
    /// @param conditions each `attribute=value`, values in any case
    /// @throws SommelierException if a condition cannot be read, or names an attribute or a value that no item has
    public static Optional<Set<String>> candidates(Catalog catalog, List<String> conditions) {
        if (conditions.isEmpty()) {
            return Optional.empty();
        }
        check(catalog, conditions);
        return Optional.of(catalog.items().stream()
                .filter(item -> conditions.stream().allMatch(condition -> meets(item, condition)))
                .map(Item::id)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /// Refuses conditions that no item can meet, each for itself; together they may still leave nothing.
    private static void check(Catalog catalog, List<String> conditions) {
        for (var condition : conditions) {
            var name = name(condition);
            if (!catalog.attributes().contains(name)) {
                throw new SommelierException("--where " + condition + ": items have no attribute \"" + name + "\"; "
                        + (catalog.attributes().isEmpty()
                                ? "these data have none."
                                : "there are " + String.join(", ", catalog.attributes()) + "."));
            }
            var values = catalog.values(name);
            if (values.stream().noneMatch(value -> value.equalsIgnoreCase(value(condition)))) {
                throw new SommelierException("--where " + condition + ": no item has that " + name + "; there are "
                        + values.stream().limit(SHOWN).collect(Collectors.joining(", "))
                        + (values.size() > SHOWN ? " and " + (values.size() - SHOWN) + " more." : "."));
            }
        }
    }

    private static boolean meets(Item item, String condition) {
        return item.values(name(condition)).stream().anyMatch(value -> value.equalsIgnoreCase(value(condition)));
    }

    private static String name(String condition) {
        int equals = condition.indexOf('=');
        if (equals < 1) {
            throw new SommelierException(
                    "--where takes attribute=value, such as genre=Comedy, got \"" + condition + "\".");
        }
        return condition.substring(0, equals);
    }

    private static String value(String condition) {
        return condition.substring(condition.indexOf('=') + 1);
    }
}
