package dev.sommelier.datasets.split;

import dev.sommelier.core.SommelierException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The named parameters of a rule.
final class Parameters {
    private final String rule;
    private final Map<String, String> values;
    private final Set<String> asked = new LinkedHashSet<>();

    Parameters(String rule, Map<String, String> values) {
        this.rule = rule;
        this.values = Map.copyOf(values);
    }

    static Map<String, String> parse(String text) {
        var values = new LinkedHashMap<String, String>();
        for (var part : text.split(",", -1)) {
            var pair = part.split("=", 2);
            if (pair.length < 2 || pair[0].isBlank() || values.containsKey(pair[0].strip())) {
                throw new SommelierException(
                        "a split's parameters are NAME=VALUE with commas between, each once, got \"" + part + "\" in \""
                                + text + "\"; write them as in user-temporal:test=0.2,validation=0.1");
            }
            values.put(pair[0].strip(), pair[1].strip());
        }
        return values;
    }

    double validation() {
        return share("validation", SplitRule.USUAL_SHARE);
    }

    double test() {
        return share("test", SplitRule.USUAL_SHARE);
    }

    double share(String name, double usual) {
        var text = value(name);
        try {
            return text.map(Double::parseDouble).orElse(usual);
        } catch (NumberFormatException e) {
            throw wrong(name, "a number", text.orElse(""), e);
        }
    }

    int whole(String name, int usual) {
        var text = value(name);
        try {
            return text.map(Integer::parseInt).orElse(usual);
        } catch (NumberFormatException e) {
            throw wrong(name, "a whole number", text.orElse(""), e);
        }
    }

    private Optional<String> value(String name) {
        asked.add(name);
        return Optional.ofNullable(values.get(name));
    }

    void refuseUnused() {
        for (var name : values.keySet().stream().sorted().toList()) {
            if (!asked.contains(name)) {
                throw new SommelierException("the split " + rule + " has no parameter \"" + name + "\"; "
                        + (asked.isEmpty() ? "it has none" : "it has " + String.join(", ", asked)));
            }
        }
    }

    private SommelierException wrong(String name, String rule, String value, NumberFormatException cause) {
        var failure = new SommelierException(
                "the split " + this.rule + " takes " + rule + " for " + name + ", got \"" + value + "\"; correct it");
        failure.addSuppressed(cause);
        return failure;
    }
}
