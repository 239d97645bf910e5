package dev.sommelier.experiments.simulation;

/// What a simulated user answers questions from.
public enum Answers {
    /// The profile alone: what a person can know before having found the item.
    PROFILE,
    /// Also the held-out item itself. An upper end, to be reported apart: no person could answer so.
    ORACLE
}
