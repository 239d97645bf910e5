package dev.sommelier.recommenders.store;

import java.util.List;

/// Texts, such as identifiers; always in memory.
///
/// @param values any texts without unpaired surrogates
public record TextArray(List<String> values) implements StoredArray {
    public TextArray {
        values = List.copyOf(values);
    }

    @Override
    public long size() {
        return values.size();
    }
}
