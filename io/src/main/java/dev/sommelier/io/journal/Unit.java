package dev.sommelier.io.journal;

/// What became of one unit of work.
///
/// @param position its place in the plan, from 0
/// @param cause the kind of failure in one word; empty where the unit succeeded
/// @param content the outcome, in the form of the journal's owner
public record Unit(long position, String cause, String content) {
    /// Whether there is no result.
    public boolean failed() {
        return !cause.isEmpty();
    }
}
