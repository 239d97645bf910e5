package dev.sommelier.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Everything that must be known to make a result again: hashes, versions, parameters, seed, host.
///
/// @param facts values by name, in the order to show them
public record Provenance(Map<String, String> facts) {
    public Provenance {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /// The same facts and one more.
    public Provenance with(String name, String value) {
        var copy = new LinkedHashMap<>(facts);
        copy.put(name, value);
        return new Provenance(copy);
    }
}
