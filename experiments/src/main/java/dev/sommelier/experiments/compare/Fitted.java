package dev.sommelier.experiments.compare;

import dev.sommelier.experiments.compare.spec.TaskType;

/// A fitted contender.
@FunctionalInterface
public interface Fitted {
    /// How it answers a task: [Solver.Lists] for ranking, [Solver.Scores] for all others.
    ///
    /// @param task one that the contender's kind names
    Solver solver(TaskType task);
}
