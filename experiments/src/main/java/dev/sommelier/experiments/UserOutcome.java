package dev.sommelier.experiments;

import dev.sommelier.core.Usage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One contender's measured answer for one user.
///
/// @param user the user's identifier
/// @param items the recommended items, best first; empty when the run failed
/// @param metrics every metric's value by its name; all 0 when the run failed
/// @param failure why the run failed
/// @param usage what the language model cost
/// @param repairs how often something was mended, by cause
/// @param seconds the wall time of the whole answer
/// @param ownSeconds the part of it outside the language model
public record UserOutcome(
        String user,
        List<String> items,
        Map<String, Double> metrics,
        Optional<String> failure,
        Usage usage,
        Map<String, Integer> repairs,
        double seconds,
        double ownSeconds) {
    public UserOutcome {
        items = List.copyOf(items);
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
}
