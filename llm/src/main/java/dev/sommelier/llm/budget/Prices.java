package dev.sommelier.llm.budget;

import dev.sommelier.core.Usage;

/// What tokens cost, in any currency.
///
/// @param prompt a million prompt tokens; tokens of a reused prefix count too, as most servers charge for them
/// @param generated a million generated tokens
public record Prices(double prompt, double generated) {
    /// Nothing costs anything, as on one's own machine.
    public static final Prices NONE = new Prices(0, 0);

    private static final double MILLION = 1e6;

    public Prices {
        if (!(prompt >= 0 && generated >= 0) || Double.isInfinite(prompt + generated)) {
            throw new IllegalArgumentException("prices are finite and at least 0, got " + prompt + " and " + generated);
        }
    }

    /// The price of some calls.
    public double of(Usage usage) {
        return ((usage.promptTokens() + usage.sharedTokens()) * prompt + usage.generatedTokens() * generated) / MILLION;
    }
}
