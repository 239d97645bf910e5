package dev.sommelier.experiments;

/// What part a contender plays in a comparison; reports colour and order by it.
public enum ContenderKind {
    /// A recommender without a language model.
    CLASSIC,
    /// A recommender in which a language model decides.
    AGENT,
    /// The agent's loop with the language model's decisions replaced, so that a table shows what the model adds.
    CONTROL
}
