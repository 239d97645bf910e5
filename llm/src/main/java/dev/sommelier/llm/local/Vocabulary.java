package dev.sommelier.llm.local;

import dev.sommelier.llm.ffi.NativeModel;
import java.util.Arrays;
import java.util.stream.IntStream;

/// A model's tokens. Immutable.
final class Vocabulary {
    private static final byte[] NONE = {};

    private final NativeModel model;
    private final byte[][] pieces;
    private final boolean[] control;
    private final boolean[] marker;
    private final boolean[] end;

    Vocabulary(NativeModel model) {
        this.model = model;
        this.pieces = model.pieces();
        this.control = new boolean[pieces.length];
        this.marker = new boolean[pieces.length];
        this.end = new boolean[pieces.length];
        for (int token = 0; token < pieces.length; token++) {
            control[token] = model.isControl(token);
            marker[token] = model.isMarker(token);
            end[token] = model.endsReply(token);
        }
    }

    int size() {
        return pieces.length;
    }

    /// The bytes that a token adds to a reply; none for a control token and for one that ends the reply.
    byte[] piece(int token) {
        return control[token] || end[token] ? NONE : pieces[token];
    }

    boolean endsReply(int token) {
        return end[token];
    }

    boolean isControl(int token) {
        return control[token];
    }

    /// Tokens of text that is ours: names of role markers become markers.
    int[] trusted(String text, boolean begin) {
        return model.tokenize(text, true, begin && model.addsBeginOfText());
    }

    /// Tokens of anybody's text: whatever it contains stays text, also in models whose markers are not control tokens.
    int[] data(String text) {
        int[] tokens = model.tokenize(text, false, false);
        if (IntStream.of(tokens).noneMatch(token -> marker[token])) {
            return tokens;
        }
        return IntStream.of(tokens)
                .flatMap(token -> marker[token] ? spelled(token) : IntStream.of(token))
                .toArray();
    }

    private IntStream spelled(int token) {
        String text = new String(pieces[token], java.nio.charset.StandardCharsets.UTF_8);
        return text.codePoints()
                .mapToObj(Character::toString)
                .flatMapToInt(letter -> Arrays.stream(model.tokenize(letter, false, false)))
                .filter(spelling -> !marker[spelling]);
    }
}
