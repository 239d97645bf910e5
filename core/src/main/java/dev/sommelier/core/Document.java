package dev.sommelier.core;

import java.util.Optional;

/// One text that can be judged: a passage, an abstract, a page.
///
/// @param id the identifier that qrels and runs use; never blank
/// @param title the title, where the collection has one
/// @param text the text; may be empty
public record Document(String id, Optional<String> title, String text) {
    public Document {
        if (id.isBlank()) {
            throw new IllegalArgumentException("document id must not be blank");
        }
    }

    /// A document without a title.
    public Document(String id, String text) {
        this(id, Optional.empty(), text);
    }
}
