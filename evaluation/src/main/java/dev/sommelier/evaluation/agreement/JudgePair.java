package dev.sommelier.evaluation.agreement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/// How far two judges agree with each other.
///
/// @param first one judge
/// @param second the other
/// @param pairs the pairs that both have
/// @param values by measure; empty where undefined
public record JudgePair(String first, String second, long pairs, Map<String, OptionalDouble> values) {
    public JudgePair {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
