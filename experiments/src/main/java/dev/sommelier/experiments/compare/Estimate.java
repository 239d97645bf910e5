package dev.sommelier.experiments.compare;

/// What work may cost a language model; a guess made before anything runs.
///
/// @param calls readings of a prompt
/// @param tokens prompt tokens to read, shared beginnings once
/// @param generated tokens to write
public record Estimate(long calls, long tokens, long generated) {
    /// No language model.
    public static final Estimate NONE = new Estimate(0, 0, 0);

    /// So many times this.
    public Estimate times(long n) {
        return new Estimate(calls * n, tokens * n, generated * n);
    }
}
