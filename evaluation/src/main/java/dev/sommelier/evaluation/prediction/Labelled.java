package dev.sommelier.evaluation.prediction;

/// A prediction and what came true.
///
/// @param group whose prediction it is, a user or a session; [GroupedAuc] compares within it
/// @param truth a rating, or 1 and 0 for clicked and not
/// @param predicted on the same scale; a probability where the truth is 0 or 1
public record Labelled(String group, double truth, double predicted) {
    public Labelled {
        if (!Double.isFinite(truth) || !Double.isFinite(predicted)) {
            throw new IllegalArgumentException(
                    "truth and prediction must be finite, got " + truth + " and " + predicted + " of " + group);
        }
    }
}
