package dev.sommelier.cli.chat;

import dev.sommelier.cli.wiring.Classics;
import java.nio.file.Path;
import java.util.Optional;

/// How a conversation is to be held.
///
/// @param data the data set
/// @param base recommends from the liked items
/// @param seed of everything random in its training
/// @param leading who decides whether to ask
/// @param wishes who ranks by wishes in words
/// @param listLength items a list, at least 1
/// @param session the file that keeps the conversation; empty where it is not kept
/// @param talk whether the model says recommendations in its own words beside the list
public record ChatSettings(
        String data,
        Classics base,
        long seed,
        Leading leading,
        Wishes wishes,
        int listLength,
        Optional<Path> session,
        boolean talk) {
    /// Who ranks by wishes in words.
    public enum Wishes {
        /// Nearness of vectors of a text encoder.
        ENCODER,
        /// The likelihood of the wish after the item, by the language model.
        LIKELIHOOD
    }

    /// Who decides whether to ask.
    public enum Leading {
        /// Asks what was measured to pay.
        PAYING,
        /// Asks where a question is expected to gain enough bits.
        CLASSIC,
        /// The language model.
        MODEL,
        /// Never asks.
        NEVER,
        /// Asks in every turn.
        ALWAYS
    }
}
