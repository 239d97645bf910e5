package dev.sommelier.tools;

import dev.sommelier.core.Item;
import dev.sommelier.core.ScoredItem;
import java.util.List;

/// What a tool hands back. A failure is a value that the model sees, never an exception.
public sealed interface ToolResult {
    /// Items, best first.
    ///
    /// @param origin the call that found them, such as `retrieve genre=Comedy`
    /// @param items distinct items; those that were added to a relaxed constraint stand last, whatever their score
    /// @param notes what the reader must know, such as a relaxed constraint; in words
    /// @param relaxed the number of items that were added although they do not meet the constraint
    record Found(String origin, List<ScoredItem> items, List<String> notes, int relaxed) implements ToolResult {
        public Found {
            items = List.copyOf(items);
            notes = List.copyOf(notes);
        }
    }

    /// All that the catalogue knows of one item.
    ///
    /// @param item the item
    record Details(Item item) implements ToolResult {}

    /// The call could not be served.
    ///
    /// @param message the rule, the received value and what exists, for the model
    record Failure(String message) implements ToolResult {}
}
