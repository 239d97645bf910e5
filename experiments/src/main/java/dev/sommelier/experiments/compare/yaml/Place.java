package dev.sommelier.experiments.compare.yaml;

import dev.sommelier.core.SommelierException;

/// Where something stands in a file.
///
/// @param file as the user named it
/// @param line from 1
/// @param column from 1
public record Place(String file, int line, int column) {
    /// The failure of what stands here.
    ///
    /// @param message the rule and the received value
    public SommelierException wrong(String message) {
        return new SommelierException(this + ": " + message);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
