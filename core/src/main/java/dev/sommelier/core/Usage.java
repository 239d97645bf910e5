package dev.sommelier.core;

import java.time.Duration;

/// What calls of a language model cost. Adds up with [#plus(Usage)].
///
/// @param calls the number of calls
/// @param promptTokens prompt tokens that were decoded for this work
/// @param sharedTokens prompt tokens that were reused from an earlier decode (a shared prefix, the dialogue so far)
/// @param generatedTokens tokens that the model produced
/// @param time the wall time spent in the calls
public record Usage(int calls, long promptTokens, long sharedTokens, long generatedTokens, Duration time) {
    /// No calls.
    public static final Usage NONE = new Usage(0, 0, 0, 0, Duration.ZERO);

    /// The sum of both.
    public Usage plus(Usage other) {
        return new Usage(
                calls + other.calls,
                promptTokens + other.promptTokens,
                sharedTokens + other.sharedTokens,
                generatedTokens + other.generatedTokens,
                time.plus(other.time));
    }
}
