package dev.sommelier.experiments.clicks;

import dev.sommelier.core.ClickPredictor;
import dev.sommelier.core.History;
import dev.sommelier.core.RatingPredictor;
import dev.sommelier.core.Usage;
import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.judges.LlmClickPredictor;
import dev.sommelier.judges.LlmRatingPredictor;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;

/// Somebody who scores pairs of a user and an item.
///
/// @param name the name that tables show; distinct within a comparison
/// @param kind what part the contender plays
/// @param parameters what it was made with
/// @param probability whether a score is a probability; others are made one by a fit on other users
/// @param score a probability, or a number that is higher for a likelier click
/// @param usage the running total of what a language model cost
public record ClickContender(
        String name,
        ContenderKind kind,
        String parameters,
        boolean probability,
        ToDoubleBiFunction<History, String> score,
        Supplier<Usage> usage) {

    /// A classic rating predictor, fitted on nothing of the pairs.
    public static ClickContender classic(RatingPredictor predictor) {
        return new ClickContender(
                predictor.name(), ContenderKind.CLASSIC, "", false, predictor::predict, () -> Usage.NONE);
    }

    /// A click predictor without a language model.
    public static ClickContender classic(ClickPredictor predictor) {
        return new ClickContender(
                predictor.name(), ContenderKind.CLASSIC, "", true, predictor::predict, () -> Usage.NONE);
    }

    /// A language model's expected stars.
    public static ClickContender llm(LlmRatingPredictor judge) {
        return new ClickContender(
                judge.name() + " stars", ContenderKind.AGENT, judge.parameters(), false, judge::predict, judge::usage);
    }

    /// A language model's probability.
    public static ClickContender llm(LlmClickPredictor judge) {
        return new ClickContender(
                judge.name(), ContenderKind.AGENT, judge.parameters(), true, judge::predict, judge::usage);
    }
}
