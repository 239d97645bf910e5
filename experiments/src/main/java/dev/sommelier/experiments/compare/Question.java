package dev.sommelier.experiments.compare;

import dev.sommelier.core.History;
import java.util.List;

/// A user and items to score.
///
/// @param history what is known of the user
/// @param items distinct items without contact, in the order to show them
public record Question(History history, List<String> items) {
    public Question {
        items = List.copyOf(items);
    }
}
