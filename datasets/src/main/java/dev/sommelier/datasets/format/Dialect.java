package dev.sommelier.datasets.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// How a text file separates its fields.
///
/// @param separator between two fields
/// @param quote around a field that holds separators or line ends; [#NO_QUOTES] where quotes are plain characters
/// @param charset of the bytes; others are an error
record Dialect(char separator, char quote, Charset charset) {
    /// A character that no text holds.
    static final char NO_QUOTES = '\0';

    /// Comma-separated UTF-8 with quotes.
    static final Dialect CSV = quoted(',');

    /// Tab-separated UTF-8 without quotes, as RecBole writes it.
    static final Dialect PLAIN_TSV = new Dialect('\t', NO_QUOTES, StandardCharsets.UTF_8);

    static Dialect quoted(char separator) {
        return new Dialect(separator, '"', StandardCharsets.UTF_8);
    }
}
