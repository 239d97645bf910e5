/// Language models that order given items for a user: by answering yes or no, by the likelihood of titles, by choosing
/// from a list.
///
/// Start at [Reranker].
@NullMarked
package dev.sommelier.agent.rerank;

import org.jspecify.annotations.NullMarked;
