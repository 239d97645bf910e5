package dev.sommelier.cli.chat;

import dev.sommelier.agent.conversation.Reply;
import dev.sommelier.agent.conversation.Turn;

/// What came of a line.
sealed interface Exchange {
    /// The recommender answered; the turn is kept.
    record Answered(Turn turn, Reply reply) implements Exchange {}

    /// A command about the conversation's files or workings was carried out.
    record Told(String text) implements Exchange {}

    /// The conversation is over.
    record Ended(String text) implements Exchange {}
}
