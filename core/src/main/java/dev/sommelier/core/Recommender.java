package dev.sommelier.core;

/// Anything that hands back a list of items for a user: a classic model, a pointwise LLM, an agent.
///
/// Implementations are immutable after training and safe for use by several threads unless they say otherwise.
public interface Recommender {
    /// The short name that tables show, such as `EASE`.
    String name();

    /// The best items for a user, best first, equal scores in catalogue order.
    ///
    /// Items of the history are left out, and so is everything outside the query's candidates. The list is shorter
    /// than `k` only when fewer items remain.
    RankedList recommend(Query query);
}
