package dev.sommelier.llm;

import dev.sommelier.core.Usage;

/// How likely a text is.
///
/// @param logLikelihood the sum of the natural log-probabilities of the text's tokens, each after those before it
/// @param tokens the number of tokens of the text, at least 1
/// @param usage what the call cost; the text's own tokens count as prompt tokens
public record TextScore(double logLikelihood, int tokens, Usage usage) {
    public TextScore {
        if (tokens < 1) {
            throw new IllegalArgumentException("a scored text has at least 1 token, got " + tokens);
        }
    }

    /// The log-likelihood a token, which compares texts of different lengths.
    public double mean() {
        return logLikelihood / tokens;
    }
}
