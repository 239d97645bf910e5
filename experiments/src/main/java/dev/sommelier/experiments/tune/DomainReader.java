package dev.sommelier.experiments.tune;

import dev.sommelier.experiments.compare.yaml.Fields;
import dev.sommelier.experiments.compare.yaml.Yaml;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Reads what values a hyper-parameter may take: `250`, `[50, 100, 250]` or `[50, 1000, log]`.
final class DomainReader {
    private static final String RULE = "a value, a list of values, or a range [LOW, HIGH, SCALE] with a scale of "
            + String.join(
                    ", ",
                    Arrays.stream(Domain.Scale.values()).map(Domain.Scale::text).toList());

    private DomainReader() {}

    static Domain read(String name, Yaml value) {
        if (value instanceof Yaml.Sequence list) {
            var texts = list.values().stream()
                    .map(one -> Fields.scalar(one, name, RULE))
                    .toList();
            if (texts.isEmpty()) {
                throw list.place().wrong(name + " is " + RULE + ", got an empty list");
            }
            var scale = texts.size() == 3 ? scale(texts.getLast()) : Optional.<Domain.Scale>empty();
            if (scale.isPresent()) {
                return range(name, list.values(), scale.get());
            }
            if (new HashSet<>(texts).size() < texts.size()) {
                throw list.place().wrong(name + " lists each value once, got " + texts);
            }
            return new Domain.Choices(texts);
        }
        return new Domain.Choices(List.of(Fields.scalar(value, name, RULE)));
    }

    private static Optional<Domain.Scale> scale(String text) {
        return Arrays.stream(Domain.Scale.values())
                .filter(one -> one.text().equals(text))
                .findFirst();
    }

    private static Domain range(String name, List<Yaml> values, Domain.Scale scale) {
        var low = bound(name, values.get(0), scale);
        var high = bound(name, values.get(1), scale);
        if (low.compareTo(high) >= 0) {
            throw values.get(1)
                    .place()
                    .wrong("the range of " + name + " ends above its beginning " + low + ", got " + high);
        }
        return new Domain.Range(low, high, scale);
    }

    private static BigDecimal bound(String name, Yaml value, Domain.Scale scale) {
        var rule = "a " + (scale.whole() ? "whole " : "") + "number" + (scale.logarithmic() ? " above 0" : "");
        var text = Fields.scalar(value, name, rule);
        try {
            var bound = new BigDecimal(text);
            boolean fits = !scale.logarithmic() || bound.signum() > 0;
            if (scale.whole()) {
                bound = new BigDecimal(bound.longValueExact());
            }
            if (fits) {
                return bound;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw value.place().wrong("each end of " + name + " is " + rule + ", got \"" + text + "\"");
        }
        throw value.place().wrong("each end of " + name + " is " + rule + ", got \"" + text + "\"");
    }
}
