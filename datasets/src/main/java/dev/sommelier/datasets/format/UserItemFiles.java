package dev.sommelier.datasets.format;

import dev.sommelier.core.Interaction;
import dev.sommelier.core.SommelierException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads files with a user and an item on each line: interactions to train and test on, and lists of recommendations.
///
/// Delimited UTF-8 text with the separator that the first line has most of (tab, comma, semicolon or `|`). With column
/// names on the first line the columns are found by their names; without, they are user, item and then the rating, rank
/// or score. The first line holds names if one of its fields is a usual name of a user's or item's column.
public final class UserItemFiles {
    private static final List<String> USER = List.of("user", "user_id", "userid", "uid");
    private static final List<String> ITEM = List.of("item", "item_id", "itemid", "iid", "movieid", "movie_id");
    private static final List<String> RATING = List.of("rating", "stars");
    private static final List<String> RANK = List.of("rank", "position");
    private static final List<String> SCORE = List.of("score", "prediction", "rating");
    private static final List<String> VALUES = List.of("genres", "genre", "class", "category", "categories", "tags");
    private static final String NEXT = "correct the line and run the command again";

    private UserItemFiles() {}

    /// What the third column of a list file says.
    public enum Order {
        /// A column named rank or score decides; without names it holds ranks if all are whole numbers of at least 1
        /// that start with 1 and differ within each user's list, and scores otherwise.
        AUTO,
        /// The smallest comes first.
        RANK,
        /// The largest comes first, equal ones in file order.
        SCORE,
        /// The lines are in order.
        FILE
    }

    /// Lists, and how they were ordered.
    ///
    /// @param lists each user's items, best first, in the order of the file
    /// @param order what decided: never [Order#AUTO]
    public record Lists(Map<String, List<String>> lists, Order order) {}

    private record Entry(String item, double value) {}

    /// The interactions of a file, in its order; 1 where it has no ratings.
    ///
    /// @throws SommelierException if a line breaks a rule, with file, line, rule and value
    public static List<Interaction> interactions(Path file) {
        var interactions = new ArrayList<Interaction>();
        var columns = new Columns(RATING);
        rows(
                file,
                columns,
                row -> interactions.add(new Interaction(
                        row.required(columns.user, "user"),
                        row.required(columns.item, "item"),
                        columns.value(row.fields().size()).map(row::rating).orElse(1.0),
                        0)));
        return interactions;
    }

    /// The lists of a file.
    ///
    /// @throws SommelierException if a line breaks a rule, with file, line, rule and value
    public static Lists lists(Path file, Order order) {
        var columns = new Columns(order == Order.SCORE ? SCORE : RANK);
        var entries = new LinkedHashMap<String, List<Entry>>();
        rows(file, columns, row -> {
            var value = columns.value(row.fields().size());
            if (value.isEmpty() && (order == Order.RANK || order == Order.SCORE)) {
                throw new SommelierException(file + ":" + row.line() + ": expected a rank or score after user and item,"
                        + " got none; add it, or say that the lines are in order");
            }
            entries.computeIfAbsent(row.required(columns.user, "user"), user -> new ArrayList<>())
                    .add(new Entry(
                            row.required(columns.item, "item"),
                            order == Order.FILE
                                    ? 0
                                    : value.map(at -> row.number(at, "rank or score"))
                                            .orElse(Double.NaN)));
        });
        var decided = order == Order.AUTO ? decide(columns, entries) : order;
        var lists = new LinkedHashMap<String, List<String>>();
        entries.forEach((user, list) -> {
            var sorted = new ArrayList<>(list);
            if (decided == Order.RANK) {
                sorted.sort(Comparator.comparingDouble(Entry::value));
            } else if (decided == Order.SCORE) {
                sorted.sort(Comparator.comparingDouble((Entry entry) -> -entry.value()));
            }
            lists.put(user, sorted.stream().map(Entry::item).toList());
        });
        return new Lists(lists, decided);
    }

    private static Order decide(Columns columns, Map<String, List<Entry>> entries) {
        if (columns.named.isPresent()) {
            return columns.named.get();
        }
        if (entries.values().stream().flatMap(List::stream).anyMatch(entry -> Double.isNaN(entry.value()))) {
            return Order.FILE;
        }
        return entries.values().stream().allMatch(UserItemFiles::areRanks) ? Order.RANK : Order.SCORE;
    }

    private static boolean areRanks(List<Entry> list) {
        var seen = new HashSet<Double>();
        return list.stream()
                        .allMatch(entry -> entry.value() >= 1
                                && entry.value() == Math.rint(entry.value())
                                && seen.add(entry.value()))
                && seen.contains(1.0);
    }

    /// The attribute values of items.
    ///
    /// @param column the column that holds them; without it one with a usual name such as `genres`, else the last
    /// @return the values by item, and the name of the column
    /// @throws SommelierException if a line breaks a rule or there is no such column
    public static Map.Entry<String, Map<String, List<String>>> attributes(Path file, Optional<String> column) {
        var values = new LinkedHashMap<String, List<String>>();
        var used = new String[] {""};
        Table.named(file, MappedFiles.dialect(file), (header, row) -> {
            var names = header.names();
            int item = names.stream()
                    .filter(name -> usual(ITEM, name))
                    .findFirst()
                    .map(names::indexOf)
                    .orElse(0);
            int value = column.map(name ->
                            header.require("attribute", List.of(name), "name it in --attribute as it stands there"))
                    .or(() -> names.stream()
                            .filter(name -> usual(VALUES, name))
                            .findFirst()
                            .map(names::indexOf))
                    .orElse(names.size() - 1);
            used[0] = names.get(value);
            var separator = header.separator(value, "|").orElse("\t");
            var id = row.required(item, "item");
            if (values.put(id, MappedFiles.split(row.field(value), separator)) != null) {
                throw row.error("the item must be on one line only", id, "remove one of the lines");
            }
        });
        return Map.entry(used[0], values);
    }

    private static boolean usual(List<String> names, String name) {
        return names.contains(name.strip().toLowerCase(java.util.Locale.ROOT));
    }

    /// Where the columns are; settled on the first line.
    private static final class Columns {
        private final List<String> third;
        private int user;
        private int item = 1;
        private Optional<Integer> value = Optional.of(2);
        private Optional<Order> named = Optional.empty();
        private int width = -1;

        Columns(List<String> third) {
            this.third = third;
        }

        /// @return whether the line holds names
        boolean settle(Row first) {
            width = first.fields().size();
            boolean names = first.fields().stream()
                    .map(name -> name.replaceFirst(":.*", ""))
                    .anyMatch(name -> usual(USER, name) || usual(ITEM, name));
            if (!names) {
                return false;
            }
            var header = Header.of(first).names();
            user = require(first, header, USER, "user");
            item = require(first, header, ITEM, "item");
            value = find(header, third);
            if (third.equals(RANK)) {
                named = value.map(at -> Order.RANK);
                if (value.isEmpty()) {
                    value = find(header, SCORE);
                    named = Optional.of(value.isPresent() ? Order.SCORE : Order.FILE);
                }
            }
            return true;
        }

        private static Optional<Integer> find(List<String> header, List<String> names) {
            return names.stream()
                    .flatMap(name -> header.stream().filter(column -> usual(List.of(name), column)))
                    .findFirst()
                    .map(header::indexOf);
        }

        private static int require(Row first, List<String> header, List<String> names, String role) {
            return find(header, names)
                    .orElseThrow(() -> first.error(
                            "one column must be named " + names.getFirst() + " for the " + role,
                            String.join(", ", header),
                            "name it so"));
        }

        Optional<Integer> value(int fields) {
            return value.filter(at -> at < fields);
        }
    }

    private static void rows(Path file, Columns columns, Consumer<Row> each) {
        Table.rows(file, MappedFiles.dialect(file), row -> {
            var plain = columns.width < 0 ? Table.withoutMark(row) : row;
            if (columns.width < 0) {
                if (plain.fields().size() < 2) {
                    throw new SommelierException(file + ":" + row.line() + ": expected at least user and item, got "
                            + plain.fields().size() + " field; " + NEXT);
                }
                if (columns.settle(plain)) {
                    return;
                }
            }
            each.accept(plain.requireFields(columns.width));
        });
        if (columns.width < 0) {
            throw new SommelierException(
                    file + ":1: expected lines with user and item, got an empty file; check the" + " path");
        }
    }
}
