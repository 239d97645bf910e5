package dev.sommelier.judges.audit;

import dev.sommelier.judges.relevance.RelevancePair;
import java.util.function.UnaryOperator;

/// One change of a document that should not change its grade, or only as said.
///
/// @param group what kind of weakness it tests, such as `injection`
/// @param name the change in a word or two
/// @param what the change and against what its grade is compared, in a sentence
/// @param ground which pairs it is made on
/// @param reference makes the pair that is compared against
/// @param change makes the changed pair
record Probe(
        String group,
        String name,
        String what,
        Ground ground,
        UnaryOperator<RelevancePair> reference,
        UnaryOperator<RelevancePair> change) {

    /// Which pairs a probe is made on.
    enum Ground {
        /// The sample.
        SAMPLE,
        /// The sample's topics, each with a document of another topic, so that any rise is wrong.
        IRRELEVANT
    }
}
