package dev.sommelier.experiments.judging;

import java.util.Comparator;

/// A pair on which the judge and the human differ.
///
/// @param confidence the probability that the judge gave to its grade; 0 where the method has none
/// @param query the topic's text
/// @param text the document's beginning
record Disagreement(
        long position,
        String topic,
        String document,
        int human,
        int label,
        double confidence,
        String query,
        String text) {
    /// Most confident first (all alike where the method has no probabilities); of equal ones the larger difference,
    /// then the plan's order.
    static final Comparator<Disagreement> ORDER = Comparator.comparingDouble(Disagreement::confidence)
            .thenComparingInt(pair -> Math.abs(pair.label() - pair.human()))
            .reversed()
            .thenComparingLong(Disagreement::position);
}
