package dev.sommelier.agent;

/// Why a run is not purely the decider's work. Runs count each cause.
public enum Repair {
    /// A retrieval whose constraint left too few items.
    RELAXED("relaxed"),
    /// A reply that was no JSON of the asked form.
    UNPARSED("unparsed"),
    /// A reply of the asked form that named no allowed option.
    NOT_ALLOWED("not allowed"),
    /// A decision that the loop took itself, as two replies in a row were unusable.
    FALLBACK("fallback"),
    /// A list item that was placed by the numeric score of the candidates.
    BY_SCORE("by score"),
    /// A list item that was added from the base recommender.
    PADDED("padded"),
    /// Exploring ended at the limit of rounds.
    ROUNDS("rounds used up"),
    /// Exploring or choosing ended at the limit of prompt tokens.
    PROMPT_TOKENS("prompt tokens used up"),
    /// Exploring or choosing ended at the limit of generated tokens.
    GENERATED_TOKENS("generated tokens used up"),
    /// Exploring or choosing ended at the limit of time.
    TIME("time used up");

    private final String label;

    Repair(String label) {
        this.label = label;
    }

    /// The words that results use.
    public String label() {
        return label;
    }
}
