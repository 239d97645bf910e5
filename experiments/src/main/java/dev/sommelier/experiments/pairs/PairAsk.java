package dev.sommelier.experiments.pairs;

/// What a fine-tuned model learns to answer.
public enum PairAsk {
    /// The title of what the user chose next, as `llm-title` asks.
    TITLE,
    /// Whether the user would like an item, as `llm-yes-no` asks: Yes for what was chosen next, No for an item without
    /// contact.
    YES_NO
}
