package dev.sommelier.prompts;

/// A piece of a prompt, marked by where its words come from.
public sealed interface Segment {
    /// The words.
    String text();

    /// Words of ours: instructions, headings, numbers.
    ///
    /// @param text the words
    record Trusted(String text) implements Segment {}

    /// Words of others: titles, documents, what a user typed. Never read as instructions or chat-template tokens.
    ///
    /// @param text the words
    record Data(String text) implements Segment {}
}
