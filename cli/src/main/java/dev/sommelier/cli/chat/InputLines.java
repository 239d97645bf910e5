package dev.sommelier.cli.chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The lines of an input that may hold anything: bytes that are no UTF-8 become replacement characters, and of a line
/// without end only the beginning is held.
final class InputLines {
    private static final int MOST_CHARACTERS = 100_000;

    private final Reader reader;

    InputLines(InputStream input) {
        this.reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    }

    /// The next line without its end; empty at the end of the input.
    Optional<String> next() throws IOException {
        var line = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return Optional.empty();
        }
        while (c >= 0 && c != '\n') {
            if (line.length() < MOST_CHARACTERS && c != '\r') {
                line.append((char) c);
            }
            c = reader.read();
        }
        return Optional.of(line.toString());
    }
}
