package dev.sommelier.experiments.compare.spec;

import dev.sommelier.experiments.compare.yaml.Fields;
import java.util.List;
import java.util.Optional;

/// What one run of an experiment may spend on a language model. A run that has spent it stops; what is done is kept,
/// and the same command goes on with a new budget.
///
/// @param calls the most calls
/// @param tokens the most prompt and generated tokens; reused ones are free
/// @param seconds the most wall time since the model was opened
public record Limits(Optional<Long> calls, Optional<Long> tokens, Optional<Long> seconds) {
    /// No limits.
    public static final Limits NONE = new Limits(Optional.empty(), Optional.empty(), Optional.empty());

    private static final List<String> KEYS = List.of("calls", "tokens", "seconds");

    static Limits read(Fields experiment) {
        return experiment
                .find("budget")
                .map(value -> {
                    var fields = Fields.of(value, "a budget", KEYS);
                    return new Limits(limit(fields, "calls"), limit(fields, "tokens"), limit(fields, "seconds"));
                })
                .orElse(NONE);
    }

    private static Optional<Long> limit(Fields fields, String key) {
        return fields.find(key).map(value -> (long) Fields.integer(value, key, 1, Integer.MAX_VALUE));
    }
}
