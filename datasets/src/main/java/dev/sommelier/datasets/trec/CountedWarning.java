package dev.sommelier.datasets.trec;

import java.nio.file.Path;

/// Something unusual that was accepted, and how often.
///
/// @param oddity what
/// @param count how often, at least 1
/// @param firstLine the first line concerned, from 1
public record CountedWarning(Oddity oddity, long count, long firstLine) {
    /// The warning for people.
    public String sentence(Path file) {
        return file + ":" + firstLine + ": " + count + " " + oddity.sentence();
    }
}
