package dev.sommelier.evaluation.trec;

import java.util.OptionalInt;

/// A measure with the name it is reported under.
///
/// @param name such as `ndcg_cut_10`, or `AP(rel=2)` where the name was given in that form
/// @param measure the formula
/// @param level the lowest relevant grade if the name fixes it; otherwise the options decide
public record TrecMetric(String name, Measure measure, OptionalInt level) {
    /// A measure under its own name, the relevance level left to the options.
    public static TrecMetric of(Measure measure) {
        return new TrecMetric(measure.label(), measure, OptionalInt.empty());
    }
}
