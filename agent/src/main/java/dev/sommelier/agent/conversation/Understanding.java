package dev.sommelier.agent.conversation;

import dev.sommelier.agent.conversation.parse.Piece;
import java.util.List;

/// What a line was understood as.
///
/// @param pieces in the order in which they are applied
/// @param cut whether only the beginning of the line was read
public record Understanding(List<Understood> pieces, boolean cut) {
    /// A piece and who understood it.
    public record Understood(Piece piece, Source source) {}

    public Understanding {
        pieces = List.copyOf(pieces);
    }

    /// Nothing.
    public static final Understanding NOTHING = new Understanding(List.of(), false);
}
