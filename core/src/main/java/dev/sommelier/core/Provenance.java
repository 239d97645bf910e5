package dev.sommelier.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Everything that must be known to make a result again: hashes, versions, parameters, seed, host.
///
/// @param facts values by name, in the order to show them
public record Provenance(Map<String, String> facts) {
    /// The name of the fact that says where a model server was. It is told and never compared: the same model at
    /// another
    /// address answers the same.
    public static final String ADDRESS = "server address";

    public Provenance {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /// The facts that tell results apart: all but [#ADDRESS].
    public static Map<String, String> compared(Map<String, String> facts) {
        var compared = new LinkedHashMap<>(facts);
        compared.remove(ADDRESS);
        return compared;
    }

    /// The same facts and one more.
    public Provenance with(String name, String value) {
        var copy = new LinkedHashMap<>(facts);
        copy.put(name, value);
        return new Provenance(copy);
    }
}
