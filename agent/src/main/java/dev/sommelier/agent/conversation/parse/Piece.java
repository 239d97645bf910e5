package dev.sommelier.agent.conversation.parse;

import dev.sommelier.tools.constraint.Constraint;
import java.util.List;

/// One thing that was understood.
public sealed interface Piece {
    /// An item was named.
    ///
    /// @param item its identifier
    /// @param attitude what the speaker thinks of it
    /// @param typed what was typed
    /// @param guessed whether a typing error was corrected
    /// @param seen whether the speaker says to have seen it
    record Named(String item, Attitude attitude, String typed, boolean guessed, boolean seen) implements Piece {}

    /// A name that several items share; the speaker has to choose.
    record Unclear(String typed, Attitude attitude, List<String> items) implements Piece {
        public Unclear {
            items = List.copyOf(items);
        }
    }

    /// Something that was meant as a title or value and is not in the catalogue.
    ///
    /// @param kind `title`, or the attribute's name
    /// @param nearest what comes near: titles' identifiers, or values
    record Unknown(String kind, String typed, List<String> nearest) implements Piece {
        public Unknown {
            nearest = List.copyOf(nearest);
        }
    }

    /// A hard constraint.
    record Must(Constraint constraint) implements Piece {}

    /// A value that is liked, which is no constraint.
    record Leaning(String attribute, String value) implements Piece {}

    /// A wish in free words.
    record Wish(String text) implements Piece {}

    /// An item of the last list, by its place from 1.
    record Place(int rank, Attitude attitude, boolean seen) implements Piece {}

    /// All items of the last list.
    record AllShown(Attitude attitude, boolean seen) implements Piece {}

    /// A critique of the last list.
    record Criticised(Critique critique) implements Piece {}

    /// A plain answer to a question.
    ///
    /// @param yes whether it was yes
    record YesNo(boolean yes) implements Piece {}

    /// No preference, the answer to a question about an attribute.
    record Indifferent() implements Piece {}

    /// A request about the conversation itself.
    ///
    /// @param rank the place of the item that it is about, 0 for none
    record Request(Kind kind, int rank) implements Piece {}

    /// The requests.
    enum Kind {
        WHY,
        MORE,
        UNDO,
        HELP,
        GREETING,
        START_OVER
    }
}
