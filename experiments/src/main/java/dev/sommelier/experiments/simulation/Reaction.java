package dev.sommelier.experiments.simulation;

/// What a simulated user does after a reply.
sealed interface Reaction {
    /// The item that the user was after is in the list.
    record Accepts() implements Reaction {}

    /// The user says something.
    ///
    /// @param line what is typed
    /// @param answered whether it answers a question with an opinion
    record Says(String line, boolean answered) implements Reaction {}

    /// The user has had enough.
    record GivesUp() implements Reaction {}
}
