package dev.sommelier.experiments.pairs;

/// The columns of a line, in the form that chat trainers read.
public enum PairFormat {
    /// `messages`: the whole conversation, the reply last.
    MESSAGES,
    /// `prompt` and `completion`, both lists of messages.
    PROMPT_COMPLETION,
    /// `prompt`, `chosen` and `rejected`, all lists of messages.
    PREFERENCE
}
