package dev.sommelier.experiments.compare;

import dev.sommelier.core.Query;
import dev.sommelier.experiments.Answer;
import java.util.function.Function;

/// How a fitted contender answers one task. An exception counts as a failed user.
public sealed interface Solver {
    /// Lists from the whole catalogue.
    record Lists(Function<Query, Answer> answers) implements Solver {}

    /// Scores of given items.
    ///
    /// @param probabilities whether the scores are probabilities of a click
    record Scores(Function<Question, Scored> answers, boolean probabilities) implements Solver {}
}
