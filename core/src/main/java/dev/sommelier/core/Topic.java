package dev.sommelier.core;

import java.util.Optional;

/// One information need: what a query asks for.
///
/// @param id the identifier that qrels and runs use; never blank
/// @param text the query as a person typed it (TREC's title field); never blank
/// @param description the need in a sentence, where the collection has one
/// @param narrative what counts as relevant, where the collection has it
public record Topic(String id, String text, Optional<String> description, Optional<String> narrative) {
    public Topic {
        if (id.isBlank()) {
            throw new IllegalArgumentException("topic id must not be blank (text: \"" + text + "\")");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("topic " + id + ": text must not be blank");
        }
    }

    /// A topic with a query alone.
    public Topic(String id, String text) {
        this(id, text, Optional.empty(), Optional.empty());
    }
}
