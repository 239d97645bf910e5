package dev.sommelier.llm;

/// Estimates lengths by the rule of four characters a token, for engines that do not show their tokenizer.
public final class CharacterTokens implements Tokens {
    private static final int CHARACTERS = 4;

    @Override
    public String method() {
        return CHARACTERS + " characters a token";
    }

    @Override
    public int count(String text) {
        return Math.ceilDiv(text.codePointCount(0, text.length()), CHARACTERS);
    }

    @Override
    public String head(String text, int most) {
        return count(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most * CHARACTERS));
    }

    @Override
    public String tail(String text, int most) {
        return count(text) <= most ? text : text.substring(text.offsetByCodePoints(text.length(), -most * CHARACTERS));
    }
}
