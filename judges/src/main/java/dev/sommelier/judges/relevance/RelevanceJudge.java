package dev.sommelier.judges.relevance;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.Provenance;
import java.util.List;

/// Judges how relevant documents are to topics.
///
/// Safe for use by several threads when its model is.
public interface RelevanceJudge {
    /// The method's name, such as `query-likelihood`.
    String name();

    /// The grades it gives.
    GradeScale scale();

    /// Everything that could change a judgement: method, prompt with its hash, scale, truncation, decision rule, model,
    /// engine.
    Provenance facts();

    /// Whether it reads only a part of a pair's document, as its truncation says; counted and reported by jobs.
    default boolean shortens(RelevancePair pair) {
        return false;
    }

    /// Whether what it says of a pair depends on the others of the batch, so that a batch with a failure must be judged
    /// again whole.
    default boolean together() {
        return false;
    }

    /// One judgement for each pair, in order. A pair without a usable answer is a [Judgment.Failed]; only what stops
    /// every pair (a missing capability, a closed engine) is thrown. The result depends on the batch alone, not on
    /// earlier calls.
    List<Judgment> judge(List<RelevancePair> batch);
}
