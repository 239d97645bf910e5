package dev.sommelier.agent.conversation;

import dev.sommelier.agent.conversation.parse.Piece;
import java.util.List;

/// Fills in the form for the words that no rule understood; a language model behind a schema.
public interface FormFiller {
    /// A filler that leaves everything to the parser.
    FormFiller NONE = (line, leftover) -> Filled.NOTHING;

    /// What was filled in.
    ///
    /// @param pieces only with values that exist in the catalogue; empty where the model had nothing to say
    /// @param trace what happened, in words; empty where no model was asked
    record Filled(List<Piece> pieces, String trace) {
        /// Nothing was filled in and no model asked.
        public static final Filled NOTHING = new Filled(List.of(), "");

        public Filled {
            pieces = List.copyOf(pieces);
        }
    }

    /// Reads the leftover words of a line. Never throws for a model that fails: the trace tells.
    Filled fill(String line, String leftover);
}
