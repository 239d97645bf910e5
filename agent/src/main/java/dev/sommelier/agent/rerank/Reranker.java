package dev.sommelier.agent.rerank;

import dev.sommelier.core.History;
import java.util.List;

/// A language model that scores given items for a user. Stateless; safe for use by several threads when the model is.
///
/// What a user is told of their history stands in the system message, so that all items of a user share its reading.
public interface Reranker {
    /// One score for each item in order, higher is better, comparable within one call only unless the implementation
    /// says otherwise.
    ///
    /// @param items distinct items of the catalogue, at least one
    /// @throws dev.sommelier.llm.ModelFailure if the model gave no usable answer
    RerankScores score(History history, List<String> items);

    /// The prompts with their hashes, which are part of what could change a score.
    String facts();
}
