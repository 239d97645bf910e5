package dev.sommelier.experiments.compare;

/// One unit of work.
sealed interface Work {
    /// The number of the stage it belongs to.
    int stage();

    /// Who is asked what: users, candidates, truths.
    record Ask(int stage) implements Work {}

    /// One contender's answers for the users from `first` to before `end`.
    ///
    /// @param contender the number of the contender within the stage
    record Answers(int stage, int contender, int first, int end) implements Work {}
}
