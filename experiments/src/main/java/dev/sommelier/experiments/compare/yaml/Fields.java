package dev.sommelier.experiments.compare.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.function.Function;

/// Reads a mapping whose keys are a closed set; every failure tells file, line, column, rule and received value.
public final class Fields {
    private final Yaml.Mapping mapping;
    private final String what;

    private Fields(Yaml.Mapping mapping, String what) {
        this.mapping = mapping;
        this.what = what;
    }

    /// The fields of a mapping.
    ///
    /// @param what what the mapping is, such as `a task`
    /// @param keys every key that it may have
    public static Fields of(Yaml yaml, String what, SequencedCollection<String> keys) {
        var mapping = mapping(yaml, what);
        mapping.entries().forEach((key, entry) -> {
            if (!keys.contains(key)) {
                throw entry.key().wrong("\"" + key + "\" is no key of " + what + "; " + Nearest.hint(key, keys));
            }
        });
        return new Fields(mapping, what);
    }

    /// The value as a mapping.
    public static Yaml.Mapping mapping(Yaml yaml, String what) {
        if (yaml instanceof Yaml.Mapping mapping) {
            return mapping;
        }
        throw yaml.place().wrong(what + " is a mapping (key: value), got " + yaml.kind());
    }

    /// Where the mapping begins.
    public Place place() {
        return mapping.place();
    }

    /// The value of a key.
    public Optional<Yaml> find(String key) {
        return Optional.ofNullable(mapping.entries().get(key)).map(Yaml.Entry::value);
    }

    /// The value of a key that must be there.
    public Yaml require(String key) {
        return find(key).orElseThrow(() -> place().wrong(what + " needs the key \"" + key + "\""));
    }

    /// A text that must be there.
    public String text(String key) {
        return scalar(require(key), key, "a text");
    }

    /// A text.
    public String text(String key, String otherwise) {
        return find(key).map(value -> scalar(value, key, "a text")).orElse(otherwise);
    }

    /// A whole number within bounds.
    public int integer(String key, int least, int most, int otherwise) {
        return find(key).map(value -> integer(value, key, least, most)).orElse(otherwise);
    }

    /// The value as a whole number within bounds.
    public static int integer(Yaml value, String key, int least, int most) {
        var rule = "a whole number from " + least + (most == Integer.MAX_VALUE ? "" : " to " + most);
        return parsed(value, key, rule, Integer::parseInt, number -> number >= least && number <= most);
    }

    /// A whole number of up to 64 bits.
    public long whole(String key, long otherwise) {
        return find(key)
                .map(value -> parsed(value, key, "a whole number", Long::parseLong, number -> true))
                .orElse(otherwise);
    }

    /// A number between bounds, ends left out.
    public double between(String key, double above, double below, double otherwise) {
        return find(key)
                .map(value -> parsed(
                        value,
                        key,
                        "a number above " + above + " and below " + below,
                        Double::parseDouble,
                        number -> number > above && number < below))
                .orElse(otherwise);
    }

    /// The value as it is written, if it is a finite number.
    public static String number(Yaml value, String key) {
        parsed(value, key, "a number", Double::parseDouble, Double::isFinite);
        return scalar(value, key, "a number");
    }

    /// One of an enum's constants, written in small letters with hyphens.
    public <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        return find(key).map(value -> choice(value, key, type)).orElse(otherwise);
    }

    /// The value as one of an enum's constants.
    public static <E extends Enum<E>> E choice(Yaml value, String key, Class<E> type) {
        var names = Arrays.stream(type.getEnumConstants()).map(Fields::name).toList();
        var given = scalar(value, key, "one of " + String.join(", ", names));
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> name(one).equals(given))
                .findFirst()
                .orElseThrow(() -> value.place()
                        .wrong(key + " is one of " + String.join(", ", names) + ", got " + value.kind() + "; "
                                + Nearest.hint(given, names)));
    }

    /// How a constant is written in files.
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// A list, or a single value that stands for a list of one; empty where the key is missing.
    public List<Yaml> list(String key) {
        return find(key)
                .map(value -> value instanceof Yaml.Sequence many ? many.values() : List.of(value))
                .orElse(List.of());
    }

    /// The value as a text.
    public static String scalar(Yaml value, String key, String rule) {
        if (value instanceof Yaml.Scalar scalar && !scalar.text().isBlank()) {
            return scalar.text();
        }
        throw value.place().wrong(key + " is " + rule + ", got " + value.kind());
    }

    private static <T> T parsed(
            Yaml value, String key, String rule, Function<String, T> parser, Function<T, Boolean> fits) {
        var text = scalar(value, key, rule);
        try {
            var parsed = parser.apply(text);
            if (fits.apply(parsed)) {
                return parsed;
            }
        } catch (NumberFormatException e) {
            throw value.place().wrong(key + " is " + rule + ", got " + value.kind());
        }
        throw value.place().wrong(key + " is " + rule + ", got " + value.kind());
    }
}
