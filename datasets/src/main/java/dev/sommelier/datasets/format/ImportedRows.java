package dev.sommelier.datasets.format;

import dev.sommelier.core.Item;
import dev.sommelier.core.RatingScale;
import dev.sommelier.datasets.table.InteractionTable;
import dev.sommelier.datasets.table.Part;
import dev.sommelier.datasets.table.TableBuilder;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Collects what a layout reads: interactions, then items, and counts what was left out.
final class ImportedRows {
    private final TableBuilder interactions = new TableBuilder();
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private Optional<Set<String>> wanted = Optional.empty();

    /// Counts one thing that was left out or had to be helped.
    void count(String what) {
        count(what, 1);
    }

    void count(String what, long times) {
        counts.merge(what, times, Long::sum);
    }

    /// Adds an interaction whose identifiers are whole numbers: columns user, item, rating, time in seconds.
    void numbered(Path file, ResultSet row, Part part) throws SQLException {
        long user = row.getLong(1);
        boolean missing = row.wasNull();
        long item = row.getLong(2);
        missing |= row.wasNull();
        double rating = row.getDouble(3);
        missing |= row.wasNull();
        long time = row.getLong(4);
        missing |= row.wasNull();
        if (missing || !Double.isFinite(rating)) {
            count(incomplete(file));
        } else {
            interactions.add(user, item, rating, time, part);
        }
    }

    /// Adds an interaction: columns user, item, rating, time in seconds.
    void named(Path file, ResultSet row, Part part) throws SQLException {
        var user = Optional.ofNullable(row.getString(1));
        var item = Optional.ofNullable(row.getString(2));
        double rating = row.getDouble(3);
        boolean missing = row.wasNull();
        long time = row.getLong(4);
        missing |= row.wasNull() || !Double.isFinite(rating);
        if (missing
                || user.filter(id -> !id.isBlank()).isEmpty()
                || item.filter(id -> !id.isBlank()).isEmpty()) {
            count(incomplete(file));
        } else {
            interactions.add(user.get(), item.get(), rating, time, part);
        }
    }

    private static String incomplete(Path file) {
        return "lines of " + Folder.name(file) + " without user, item, rating or time, left out";
    }

    /// Adds an interaction.
    void interaction(String user, String item, double rating, long time, Part part) {
        interactions.add(user, item, rating, time, part);
    }

    /// Counts lines that were no rows.
    void rejected(Path file, List<Duck.Rejected> rejected) {
        rejected.forEach(one -> count(
                "lines of " + Folder.name(file) + " with " + one.rule() + " (the first is line " + one.first()
                        + "), left out",
                one.lines()));
    }

    /// From now on, items are taken only where an interaction names them.
    void onlyTouchedItems() {
        wanted = Optional.of(new HashSet<>(interactions.itemIds()));
    }

    /// Adds an item in the order of its file.
    ///
    /// @param id may be missing
    /// @param title may be missing: then the item is shown by its identifier
    void item(Path file, Optional<String> id, Optional<String> title, Map<String, List<String>> attributes) {
        var known = id.map(String::strip).filter(text -> !text.isEmpty());
        if (known.isEmpty()) {
            count("lines of " + Folder.name(file) + " without an item's identifier, left out");
        } else if (wanted.isPresent() && !wanted.get().contains(known.get())) {
            count("items of " + Folder.name(file) + " without an interaction, left out");
        } else if (items.containsKey(known.get())) {
            count("lines of " + Folder.name(file) + " with an item that came before, left out");
        } else {
            add(known.get(), title, attributes);
        }
    }

    private void add(String id, Optional<String> title, Map<String, List<String>> attributes) {
        var text = title.map(words -> words.replaceAll("\\s+", " ").strip()).filter(words -> !words.isEmpty());
        if (text.isEmpty()) {
            count("items without a title, shown by their identifiers");
        }
        items.put(id, new Item(id, text.orElse(id), attributes));
    }

    boolean hasItem(String id) {
        return items.containsKey(id);
    }

    /// Adds an item that is whole.
    void item(Item item) {
        if (items.putIfAbsent(item.id(), item) != null) {
            count("lines with an item that came before, left out");
        }
    }

    /// Everything; items that only interactions name come last, in order of first appearance.
    Imported done(List<String> attributes, Optional<RatingScale> scale) {
        var table = interactions.build();
        for (var id : table.items()) {
            if (!items.containsKey(id)) {
                count("items that only interactions name, shown by their identifiers");
                items.put(id, new Item(id, id, Map.of()));
            }
        }
        return new Imported(content(table, attributes, scale.isPresent()), scale, counts);
    }

    private Content content(InteractionTable table, List<String> attributes, boolean rated) {
        return new Content(List.copyOf(items.values()), attributes, table, rated);
    }

    /// The values of a list that a query joined by [#SEPARATOR]; the text is missing where the list was.
    static List<String> values(Optional<String> joined) {
        return joined.map(text -> MappedFiles.split(text, SEPARATOR)).orElse(List.of());
    }

    /// Stands between the values of a list, as `chr(31)` in a query.
    static final String SEPARATOR = "\u001F";
}
