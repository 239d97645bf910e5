package dev.sommelier.llm.local;

import dev.sommelier.llm.Tokens;
import java.util.function.IntFunction;

/// Counts with the model's own tokenizer.
///
/// @param vocabulary the model's tokens
record LocalTokens(Vocabulary vocabulary) implements Tokens {
    @Override
    public String method() {
        return "the model's tokenizer";
    }

    @Override
    public int count(String text) {
        return vocabulary.data(text).length;
    }

    @Override
    public String head(String text, int most) {
        return longest(text, most, points -> text.substring(0, text.offsetByCodePoints(0, points)));
    }

    @Override
    public String tail(String text, int most) {
        return longest(text, most, points -> text.substring(text.offsetByCodePoints(text.length(), -points)));
    }

    /// Bisects over the number of code points, as the bytes of a token may end within a character.
    private String longest(String text, int most, IntFunction<String> part) {
        if (most < 0) {
            throw new IllegalArgumentException("the number of tokens is at least 0, got " + most);
        }
        if (count(text) <= most) {
            return text;
        }
        int fits = 0;
        int tooMany = text.codePointCount(0, text.length());
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) >>> 1;
            if (count(part.apply(middle)) <= most) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return part.apply(fits);
    }
}
