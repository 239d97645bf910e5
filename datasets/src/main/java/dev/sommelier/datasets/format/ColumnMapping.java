package dev.sommelier.datasets.format;

import dev.sommelier.core.SommelierException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which columns of a person's own files mean what.
///
/// ```java
/// ColumnMapping.parse("item=isbn,title=name,user=uid,rating=stars,time=ts", "author,genre(sep=;)");
/// ```
///
/// A role that is not mapped takes its usual column: `item` or `item_id`, `title` or `name`, `user` or `user_id`,
/// `rating` or `stars`, `time` or `timestamp`; so RecBole's atomic files need no mapping. Without a rating column the
/// data are
/// implicit, without a time column the file order is the order of time.
///
/// @param columns the column's name by role
/// @param attributes the columns of the items file that become attributes, in the order to show them
public record ColumnMapping(Map<Role, String> columns, List<Attribute> attributes) {
    /// What a column is for.
    public enum Role {
        /// The item's identifier, in both files.
        ITEM("item", "item_id"),
        /// The item's identifier in the interactions file, where it has another name there.
        INTERACTION_ITEM("item", "item_id"),
        /// The title that people and models see.
        TITLE("title", "name"),
        /// The user's identifier.
        USER("user", "user_id"),
        /// The rating; optional.
        RATING("rating", "stars"),
        /// The time, seconds since 1970 or ISO 8601; optional.
        TIME("time", "timestamp");

        private final String usual;
        private final String alternative;

        Role(String usual, String alternative) {
            this.usual = usual;
            this.alternative = alternative;
        }

        private List<String> usualColumns() {
            return List.of(usual, alternative);
        }

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// A column of the items file whose values describe the items.
    ///
    /// @param name the column's name, and the attribute's
    /// @param separator what stands between several values; none where absent from a field
    public record Attribute(String name, String separator) {
        public Attribute {
            if (name.isBlank() || separator.isEmpty()) {
                throw new IllegalArgumentException("an attribute needs a name and a separator, got \"" + name + "\"");
            }
        }
    }

    private static final Pattern ATTRIBUTE = Pattern.compile("([^(),]+)(?:\\(sep=([^)]+)\\))?(?:,|$)");
    private static final String USUAL_SEPARATOR = "|";

    public ColumnMapping {
        columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        attributes = List.copyOf(attributes);
    }

    /// The usual columns, no attributes.
    public static ColumnMapping usual() {
        return new ColumnMapping(Map.of(), List.of());
    }

    /// Reads both parts as the command line takes them.
    ///
    /// @param map `role=column` with commas between; may be empty
    /// @param attributes column names with commas between, each with its separator where that is not `|`:
    ///     `author,genre(sep=;)`; may be empty
    /// @throws SommelierException if one cannot be understood
    public static ColumnMapping parse(String map, String attributes) {
        var columns = new LinkedHashMap<Role, String>();
        for (var part : map.isBlank() ? List.<String>of() : List.of(map.split(",", -1))) {
            var pair = part.split("=", 2);
            var role = role(pair[0].strip());
            if (pair.length < 2 || pair[1].isBlank() || role.isEmpty() || columns.containsKey(role.get())) {
                throw new SommelierException("a mapping must be role=COLUMN with each role once, got \"" + part
                        + "\"; the roles are item, title, user, rating, time, interaction_item");
            }
            columns.put(role.get(), pair[1].strip());
        }
        return new ColumnMapping(columns, parseAttributes(attributes.strip()));
    }

    private static Optional<Role> role(String key) {
        return List.of(Role.values()).stream()
                .filter(role -> role.key().equals(key))
                .findFirst();
    }

    private static List<Attribute> parseAttributes(String text) {
        var attributes = new ArrayList<Attribute>();
        var matcher = ATTRIBUTE.matcher(text);
        int end = 0;
        while (end < text.length()
                && matcher.find()
                && matcher.start() == end
                && !matcher.group(1).isBlank()) {
            attributes.add(new Attribute(
                    matcher.group(1).strip(),
                    Optional.ofNullable(matcher.group(2)).orElse(USUAL_SEPARATOR)));
            end = matcher.end();
        }
        if (end < text.length() || text.endsWith(",")) {
            throw new SommelierException("attributes must be columns with commas between, got \"" + text
                    + "\"; write them as in: author,genre(sep=;)");
        }
        return attributes;
    }

    /// Whether this role's column was named, so that it must exist.
    boolean names(Role role) {
        return columns.containsKey(role);
    }

    /// The columns that may serve, best first.
    List<String> candidates(Role role) {
        var named = Optional.ofNullable(columns.get(role));
        if (named.isEmpty() && role == Role.INTERACTION_ITEM) {
            return candidates(Role.ITEM);
        }
        return named.map(List::of).orElse(role.usualColumns());
    }
}
