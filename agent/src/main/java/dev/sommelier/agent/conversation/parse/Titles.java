package dev.sommelier.agent.conversation.parse;

import java.util.List;
import java.util.Optional;

/// Finds the items that people name. Safe for use by several threads.
public interface Titles {
    /// The items that are called so, in catalogue order; empty where none is.
    List<String> named(String phrase);

    /// The items whose name is a typing error away; empty where none is.
    List<String> misspelt(String phrase);

    /// A few items that come nearest, for a suggestion.
    List<String> nearest(String phrase);

    /// The one item of a list, where it is one.
    static Optional<String> only(List<String> items) {
        return items.size() == 1 ? Optional.of(items.getFirst()) : Optional.empty();
    }
}
