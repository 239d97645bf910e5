package dev.sommelier.core;

import java.util.List;

/// What became of one pair of topic and document that was to be judged: a grade, or the reason why there is none. A
/// failure is never a grade of 0.
public sealed interface Judgment {
    /// The topic's identifier.
    String topic();

    /// The document's identifier.
    String document();

    /// What judging cost, also in vain.
    Usage usage();

    /// A grade that a model really gave.
    ///
    /// @param label the grade, on the judge's scale
    /// @param probabilities the probability of each grade of the scale, lowest first; empty where the method has none
    /// @param score the number behind the grade, higher is more relevant: an expected grade, a likelihood, a margin
    /// @param reply the model's own words where some were generated; empty where the answer was read
    record Graded(
            String topic,
            String document,
            int label,
            List<Double> probabilities,
            double score,
            String reply,
            Usage usage)
            implements Judgment {
        public Graded {
            probabilities = List.copyOf(probabilities);
            if (!Double.isFinite(score)) {
                throw new IllegalArgumentException(
                        "a grade's score must be finite, got " + score + " for " + topic + " " + document);
            }
        }
    }

    /// No grade.
    ///
    /// @param kind the kind of cause in one stable word, such as `overflow`, to count by
    /// @param cause the reason in a sentence
    /// @param reply the model's words that could not be read; empty where there were none
    record Failed(String topic, String document, String kind, String cause, String reply, Usage usage)
            implements Judgment {}
}
