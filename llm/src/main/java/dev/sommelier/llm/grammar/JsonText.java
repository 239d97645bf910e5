package dev.sommelier.llm.grammar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parts of JSON that are text: strings, numbers and fixed values.
final class JsonText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONTINUATION_LOW = 0x80;
    private static final int CONTINUATION_HIGH = 0xbf;

    private final Nfa nfa;

    JsonText(Nfa nfa) {
        this.nfa = nfa;
    }

    /// A value as compact JSON.
    String literal(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + value + " as JSON", e);
        }
    }

    /// A quoted string of at most `most` characters of any language; escapes are the short ones.
    int string(int most, int next) {
        int close = nfa.text("\"", next);
        if (most == Integer.MAX_VALUE) {
            int loop = nfa.state();
            character(loop, loop);
            nfa.also(loop, close);
            return nfa.text("\"", loop);
        }
        int after = close;
        for (int count = 0; count < most; count++) {
            int state = nfa.state();
            character(state, after);
            nfa.also(state, close);
            after = state;
        }
        return nfa.text("\"", after);
    }

    private void character(int state, int next) {
        nfa.edge(state, 0x20, '"' - 1, next);
        nfa.edge(state, '"' + 1, '\\' - 1, next);
        nfa.edge(state, '\\' + 1, 0x7e, next);
        int escaped = nfa.state();
        for (char c : "\"\\/nt".toCharArray()) {
            nfa.edge(escaped, c, c, next);
        }
        nfa.edge(state, '\\', '\\', escaped);
        multibyte(state, next);
    }

    /// UTF-8 of two to four bytes, without overlong forms and surrogates (RFC 3629).
    private void multibyte(int state, int next) {
        int one = nfa.range(CONTINUATION_LOW, CONTINUATION_HIGH, next);
        int two = nfa.range(CONTINUATION_LOW, CONTINUATION_HIGH, one);
        int three = nfa.range(CONTINUATION_LOW, CONTINUATION_HIGH, two);
        nfa.edge(state, 0xc2, 0xdf, one);
        nfa.edge(state, 0xe0, 0xe0, nfa.range(0xa0, CONTINUATION_HIGH, one));
        nfa.edge(state, 0xe1, 0xec, two);
        nfa.edge(state, 0xed, 0xed, nfa.range(CONTINUATION_LOW, 0x9f, one));
        nfa.edge(state, 0xee, 0xef, two);
        nfa.edge(state, 0xf0, 0xf0, nfa.range(0x90, CONTINUATION_HIGH, two));
        nfa.edge(state, 0xf1, 0xf3, three);
        nfa.edge(state, 0xf4, 0xf4, nfa.range(CONTINUATION_LOW, 0x8f, two));
    }

    /// A whole number of at most nine digits.
    int integer(int next) {
        int digits = digits(8, next);
        int positive = nfa.anyOf(List.of(nfa.text("0", next), nfa.range('1', '9', digits)));
        return nfa.anyOf(List.of(positive, nfa.text("-", nfa.range('1', '9', digits))));
    }

    /// A decimal number of at most nine digits before and six after the point.
    int number(int next) {
        int fraction = nfa.text(".", nfa.range('0', '9', digits(5, next)));
        int end = nfa.anyOf(List.of(fraction, next));
        int digits = digits(8, end);
        int positive = nfa.anyOf(List.of(nfa.text("0", end), nfa.range('1', '9', digits)));
        return nfa.anyOf(List.of(positive, nfa.text("-", positive)));
    }

    private int digits(int most, int next) {
        int after = next;
        for (int count = 0; count < most; count++) {
            after = nfa.anyOf(List.of(nfa.range('0', '9', after), next));
        }
        return after;
    }
}
