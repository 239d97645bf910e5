package dev.sommelier.tools.constraint;

import dev.sommelier.core.Item;
import java.util.List;
import java.util.OptionalInt;

/// Something that every recommended item must be, or must not be.
public sealed interface Constraint {
    /// Longer numbers may not fit an `int`.
    int MOST_DIGITS = 9;

    /// The attribute that it is about.
    String attribute();

    /// Whether an item may be recommended.
    boolean meets(Item item);

    /// In words, such as `genre Comedy or Drama`, `no genre Horror`, `year 1990 to 1999`.
    String text();

    /// The item has at least one of some values, or, negated, none of them.
    ///
    /// @param attribute the attribute
    /// @param values values as the catalogue writes them, at least one
    /// @param negated whether the values are ruled out
    record OneOf(String attribute, List<String> values, boolean negated) implements Constraint {
        public OneOf {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("a constraint on " + attribute + " needs at least one value");
            }
        }

        @Override
        public boolean meets(Item item) {
            return item.values(attribute).stream().anyMatch(values::contains) != negated;
        }

        @Override
        public String text() {
            return (negated ? "no " : "") + attribute + " " + String.join(" or ", values);
        }
    }

    /// The item's number lies within a range, both ends included, or, negated, outside. An item without the number
    /// meets only a negated range: what is unknown cannot be promised.
    ///
    /// @param attribute an attribute whose values are whole numbers, such as `year`
    /// @param from the lowest number; [Integer#MIN_VALUE] for none
    /// @param to the highest number, at least `from`; [Integer#MAX_VALUE] for none
    /// @param negated whether the range is ruled out
    record Range(String attribute, int from, int to, boolean negated) implements Constraint {
        public Range {
            if (from > to) {
                throw new IllegalArgumentException(
                        "a range of " + attribute + " needs from <= to, got " + from + " and " + to);
            }
        }

        @Override
        public boolean meets(Item item) {
            var number = number(item, attribute);
            boolean within = number.isPresent() && number.getAsInt() >= from && number.getAsInt() <= to;
            return within != negated;
        }

        @Override
        public String text() {
            var range = from == to
                    ? Integer.toString(from)
                    : from == Integer.MIN_VALUE
                            ? "up to " + to
                            : to == Integer.MAX_VALUE ? from + " or later" : from + " to " + to;
            return (negated ? "not " : "") + attribute + " " + range;
        }
    }

    /// The whole number that an item has for an attribute.
    static OptionalInt number(Item item, String attribute) {
        for (var value : item.values(attribute)) {
            if (isNumber(value)) {
                return OptionalInt.of(Integer.parseInt(value));
            }
        }
        return OptionalInt.empty();
    }

    /// By hand, as every item of a catalogue is asked in every turn of a conversation.
    private static boolean isNumber(String value) {
        int digits = value.startsWith("-") ? 1 : 0;
        int length = value.length() - digits;
        return length >= 1
                && length <= MOST_DIGITS
                && value.chars().skip(digits).allMatch(c -> c >= '0' && c <= '9');
    }
}
