package dev.sommelier.datasets.trec;

import java.util.List;

/// What a file held, and what was unusual about it.
///
/// @param value the content
/// @param warnings what was accepted though unusual, counted
public record Loaded<T>(T value, List<CountedWarning> warnings) {
    public Loaded {
        warnings = List.copyOf(warnings);
    }
}
