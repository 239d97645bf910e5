package dev.sommelier.agent.conversation;

import java.util.Optional;

/// What a policy does with its turn.
public sealed interface Move {
    /// Only ask.
    record Ask(Question question) implements Move {}

    /// Recommend, and ask beside it where that pays.
    record Recommend(Optional<Question> question) implements Move {}
}
