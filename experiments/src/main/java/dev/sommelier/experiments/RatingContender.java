package dev.sommelier.experiments;

import dev.sommelier.core.RatingPredictor;
import dev.sommelier.core.Usage;
import dev.sommelier.judges.LlmRatingPredictor;
import dev.sommelier.recommenders.Described;
import java.util.function.Supplier;

/// Somebody who predicts ratings, as [RatingEvaluation] sees them.
///
/// @param name the name that tables show; distinct within a comparison
/// @param kind what part the contender plays
/// @param parameters what it was made with
/// @param onTrain the predictor for validation pairs, which has not learnt from them
/// @param onTrainAndValidation the predictor for test pairs
/// @param usage the running total of what a language model cost
public record RatingContender(
        String name,
        ContenderKind kind,
        String parameters,
        RatingPredictor onTrain,
        RatingPredictor onTrainAndValidation,
        Supplier<Usage> usage) {

    /// A classic predictor, fitted twice, with the parameters that it tells of itself.
    ///
    /// @param onTrain fitted on the training part only
    /// @param onTrainAndValidation refitted on both, for the test pairs
    public static RatingContender classic(RatingPredictor onTrain, RatingPredictor onTrainAndValidation) {
        var parameters = onTrainAndValidation instanceof Described told ? told.parameters() : "";
        return new RatingContender(
                onTrain.name(), ContenderKind.CLASSIC, parameters, onTrain, onTrainAndValidation, () -> Usage.NONE);
    }

    /// A language model, which learns from neither part.
    public static RatingContender llm(LlmRatingPredictor judge) {
        return new RatingContender(judge.name(), ContenderKind.AGENT, judge.parameters(), judge, judge, judge::usage);
    }
}
