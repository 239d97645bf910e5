package dev.sommelier.agent.conversation;

/// Who understood a piece of a line.
public enum Source {
    /// The language model, bound to a schema.
    MODEL,
    /// The deterministic parser.
    PARSER,
    /// A command such as `/like`.
    COMMAND
}
