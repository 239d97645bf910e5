package dev.sommelier.datasets.filter;

import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.table.InteractionTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A rule that leaves out interactions or changes their ratings. The same table always gives the same result.
///
/// ```java
/// var filters = List.of(Filter.of("min-rating", "4"), Filter.of("k-core", "5"));
/// var smaller = dataset.filtered(filters).dataset();
/// ```
public sealed interface Filter {
    /// The names of all filters in the order in which commands and experiment files apply them.
    List<String> NAMES = List.of("duplicates", "min-rating", "implicit", "min-user", "min-item", "k-core");

    /// The result on a table.
    InteractionTable apply(InteractionTable table);

    /// What [#of] takes for this filter.
    String name();

    /// The value that [#of] takes for this filter.
    String value();

    /// How provenance states it, such as `k-core=5`.
    default String text() {
        return name() + "=" + value();
    }

    /// Which of a user's contacts with one item stays. The others are left out.
    enum Keep {
        /// The oldest.
        FIRST,
        /// The latest.
        LAST,
        /// The one with the highest rating, the oldest of equals.
        HIGHEST,
        /// The oldest, with the mean of all their ratings.
        MEAN;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Each user has at most one contact with an item.
    record Duplicates(Keep keep) implements Filter {
        @Override
        public InteractionTable apply(InteractionTable table) {
            return Repeats.merge(table, keep);
        }

        @Override
        public String name() {
            return NAMES.get(0);
        }

        @Override
        public String value() {
            return keep.label();
        }
    }

    /// Ratings of at least this stay; they keep their values.
    record MinRating(double rating) implements Filter {
        public MinRating {
            if (!Double.isFinite(rating)) {
                throw new IllegalArgumentException("the rating must be finite, got " + rating);
            }
        }

        @Override
        public InteractionTable apply(InteractionTable table) {
            return Rows.where(table, row -> table.rating(row) >= rating);
        }

        @Override
        public String name() {
            return NAMES.get(1);
        }

        @Override
        public String value() {
            return rating == Math.rint(rating) ? Long.toString((long) rating) : Double.toString(rating);
        }
    }

    /// Every rating becomes 1: that there was a contact is all that is kept.
    record Implicit() implements Filter {
        @Override
        public InteractionTable apply(InteractionTable table) {
            var ones = new double[table.size()];
            Arrays.fill(ones, 1);
            return table.withRatings(ones);
        }

        @Override
        public String name() {
            return NAMES.get(2);
        }

        @Override
        public String value() {
            return "true";
        }
    }

    /// Users with at least so many interactions stay; items are not looked at.
    record MinUser(int interactions) implements Filter {
        public MinUser {
            positive("min-user", interactions);
        }

        @Override
        public InteractionTable apply(InteractionTable table) {
            var counts = table.userCounts();
            return Rows.where(table, row -> counts[table.user(row)] >= interactions);
        }

        @Override
        public String name() {
            return NAMES.get(3);
        }

        @Override
        public String value() {
            return Integer.toString(interactions);
        }
    }

    /// Items with at least so many interactions stay; users are not looked at.
    record MinItem(int interactions) implements Filter {
        public MinItem {
            positive("min-item", interactions);
        }

        @Override
        public InteractionTable apply(InteractionTable table) {
            var counts = table.itemCounts();
            return Rows.where(table, row -> counts[table.item(row)] >= interactions);
        }

        @Override
        public String name() {
            return NAMES.get(4);
        }

        @Override
        public String value() {
            return Integer.toString(interactions);
        }
    }

    /// The largest part of the data in which every user has at least `users` and every item at least `items`
    /// interactions; found by leaving out until nothing changes. Repeated contacts count, so merge them before.
    record KCore(int users, int items) implements Filter {
        public KCore {
            positive("k-core", users);
            positive("k-core", items);
        }

        @Override
        public InteractionTable apply(InteractionTable table) {
            return Cores.of(table, users, items);
        }

        @Override
        public String name() {
            return NAMES.get(5);
        }

        @Override
        public String value() {
            return users == items ? Integer.toString(users) : users + "," + items;
        }
    }

    /// The filter of this name.
    ///
    /// @param name one of [#NAMES]
    /// @param value `duplicates`: `first`, `last`, `highest` or `mean`; `min-rating`: a number; `implicit`: `true`;
    ///     `min-user`, `min-item`: a whole number from 1; `k-core`: one such number, or `USERS,ITEMS`
    /// @throws SommelierException if there is no such filter, or the value does not fit it
    static Filter of(String name, String value) {
        return switch (name) {
            case "duplicates" -> new Duplicates(keep(value));
            case "min-rating" -> new MinRating(number(value));
            case "implicit" -> {
                if (!value.equals("true")) {
                    throw wrong(name, "true, or leave the filter out", value);
                }
                yield new Implicit();
            }
            case "min-user" -> new MinUser(count(name, value));
            case "min-item" -> new MinItem(count(name, value));
            case "k-core" -> {
                var parts = value.split(",", -1);
                if (parts.length > 2) {
                    throw wrong(name, "one whole number, or USERS,ITEMS", value);
                }
                yield new KCore(count(name, parts[0]), count(name, parts[parts.length - 1]));
            }
            default ->
                throw new SommelierException(
                        "there is no filter \"" + name + "\"; choose among " + String.join(", ", NAMES));
        };
    }

    /// The filter that [#text] states.
    ///
    /// @throws SommelierException if it cannot be understood
    static Filter parse(String text) {
        var pair = text.split("=", 2);
        return of(pair[0].strip(), pair.length < 2 ? "true" : pair[1].strip());
    }

    private static Keep keep(String value) {
        return Optional.of(value)
                .flatMap(label -> Arrays.stream(Keep.values())
                        .filter(keep -> keep.label().equals(label))
                        .findFirst())
                .orElseThrow(() -> wrong("duplicates", "first, last, highest or mean", value));
    }

    private static double number(String value) {
        try {
            double number = Double.parseDouble(value.strip());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong("min-rating", "a number", value, e);
        }
        throw wrong("min-rating", "a number", value);
    }

    private static int count(String name, String value) {
        try {
            int count = Integer.parseInt(value.strip());
            if (count >= 1) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, "a whole number from 1", value, e);
        }
        throw wrong(name, "a whole number from 1", value);
    }

    private static SommelierException wrong(String name, String rule, String value) {
        return new SommelierException("the filter " + name + " takes " + rule + ", got \"" + value + "\"; correct it");
    }

    private static SommelierException wrong(String name, String rule, String value, NumberFormatException cause) {
        var failure = wrong(name, rule, value);
        failure.addSuppressed(cause);
        return failure;
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + value);
        }
    }
}
