package dev.sommelier.experiments;

import dev.sommelier.core.Usage;

/// What a contender's answers cost together.
///
/// @param seconds the wall time of all answers
/// @param ownSeconds the part of it outside the language model
/// @param answers the number of answers
/// @param calls calls of the language model
/// @param promptTokens prompt tokens decoded for this work
/// @param sharedTokens prompt tokens reused from an earlier decode
/// @param generatedTokens tokens the model produced
public record Cost(
        double seconds,
        double ownSeconds,
        int answers,
        int calls,
        long promptTokens,
        long sharedTokens,
        long generatedTokens) {

    /// Nothing spent.
    public static final Cost NONE = new Cost(0, 0, 0, 0, 0, 0, 0);

    /// The cost with one more answer.
    public Cost plus(double moreSeconds, double moreOwnSeconds, Usage usage) {
        return new Cost(
                seconds + moreSeconds,
                ownSeconds + moreOwnSeconds,
                answers + 1,
                calls + usage.calls(),
                promptTokens + usage.promptTokens(),
                sharedTokens + usage.sharedTokens(),
                generatedTokens + usage.generatedTokens());
    }

    /// Seconds an answer on average; 0 without answers.
    public double secondsPerAnswer() {
        return answers == 0 ? 0 : seconds / answers;
    }

    /// The share of the wall time outside the language model, 0 to 1; 1 when no time was measured.
    public double ownShare() {
        return seconds > 0 ? ownSeconds / seconds : 1;
    }
}
