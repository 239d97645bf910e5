package dev.sommelier.recommenders.store;

import dev.sommelier.core.SommelierException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A model's hyper-parameters by name, as a user may give them and as a model file keeps them.
///
/// @param values in the order to show them
public record ModelParameters(Map<String, String> values) {
    public ModelParameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// Reads `lambda=250 other=1`; empty text is no parameter.
    ///
    /// @throws IllegalArgumentException if a word is not `name=value`
    public static ModelParameters parse(String text) {
        var values = new LinkedHashMap<String, String>();
        for (var word : text.isBlank() ? new String[0] : text.strip().split("\\s+")) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("parameters must be name=value, got \"" + word + "\"");
            }
            values.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return new ModelParameters(values);
    }

    /// These with other values for some of the names.
    ///
    /// @throws SommelierException if a name is not one of these
    public ModelParameters with(Map<String, String> changes) {
        var changed = new LinkedHashMap<>(values);
        changes.forEach((name, value) -> {
            if (changed.replace(name, value) == null) {
                throw new SommelierException("there is no parameter \"" + name + "\"; "
                        + (values.isEmpty()
                                ? "this model has none."
                                : "this model has " + String.join(", ", values.keySet()) + "."));
            }
        });
        return new ModelParameters(changed);
    }

    /// The parameter as it was given.
    ///
    /// @throws SommelierException if it is missing
    public String text(String name) {
        return Optional.ofNullable(values.get(name))
                .orElseThrow(() -> new SommelierException(
                        "the parameter \"" + name + "\" is missing; there are " + values.keySet() + "."));
    }

    /// A finite number.
    ///
    /// @throws SommelierException if it is missing or something else
    public double number(String name) {
        try {
            double value = Double.parseDouble(text(name));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, "a number", e);
        }
        throw wrong(name, "a finite number", null);
    }

    /// A whole number.
    ///
    /// @throws SommelierException if it is missing or something else
    public int integer(String name) {
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException e) {
            throw wrong(name, "a whole number", e);
        }
    }

    /// A whole number of up to 64 bits, such as a seed.
    ///
    /// @throws SommelierException if it is missing or something else
    public long whole(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            throw wrong(name, "a whole number", e);
        }
    }

    /// One of an enum's constants, named in any case.
    ///
    /// @throws SommelierException if it is missing or something else
    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        var given = text(name);
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> wrong(
                        name,
                        "one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", ")),
                        null));
    }

    private SommelierException wrong(String name, String rule, @org.jspecify.annotations.Nullable Throwable cause) {
        var message = "parameter " + name + " must be " + rule + ", got \"" + values.get(name) + "\".";
        return cause == null ? new SommelierException(message) : new SommelierException(message, cause);
    }

    /// As tables show them, `lambda=250 other=1`.
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
