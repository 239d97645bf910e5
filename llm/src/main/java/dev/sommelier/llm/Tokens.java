package dev.sommelier.llm;

/// Measures and cuts texts in the model's tokens.
public interface Tokens {
    /// How the numbers come about, such as `the model's tokenizer` or `4 characters a token`; part of provenance.
    String method();

    /// The number of tokens of a text.
    int count(String text);

    /// The longest beginning of a text that has at most so many tokens; never ends within a character.
    String head(String text, int most);

    /// The longest end of a text that has at most so many tokens; never begins within a character.
    String tail(String text, int most);
}
