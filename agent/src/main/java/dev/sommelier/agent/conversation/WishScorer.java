package dev.sommelier.agent.conversation;

import java.util.List;

/// Says how well items fit a wish in words. Deterministic and safe for use by several threads.
public interface WishScorer {
    /// The name that traces show.
    String name();

    /// One number for each item, higher is better; only their order and distances within one call mean something.
    ///
    /// @param wish not blank
    /// @param items identifiers of items of the catalogue
    double[] score(String wish, List<String> items);
}
