package dev.sommelier.agent.conversation;

import dev.sommelier.agent.conversation.parse.Attitude;
import java.util.List;

/// A question that waits for its answer.
public sealed interface Pending {
    /// Which of several items of one name is meant.
    ///
    /// @param attitude what was said about it
    /// @param items the items to choose from
    record WhichItem(Attitude attitude, List<String> items) implements Pending {
        public WhichItem {
            items = List.copyOf(items);
        }
    }

    /// Which value of an attribute is wanted.
    record WhichValue(String attribute, List<String> values) implements Pending {
        public WhichValue {
            values = List.copyOf(values);
        }
    }

    /// What else is liked: an open question, answered with titles.
    record MoreTitles() implements Pending {}

    /// Whether an item is liked.
    record LikesItem(String item) implements Pending {}
}
