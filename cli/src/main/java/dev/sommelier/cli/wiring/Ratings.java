package dev.sommelier.cli.wiring;

import dev.sommelier.core.RatingPredictor;
import dev.sommelier.core.RatingScale;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.experiments.RatingContender;
import dev.sommelier.experiments.RatingEvaluation;
import dev.sommelier.experiments.RatingPairs;
import dev.sommelier.experiments.RatingTable;
import dev.sommelier.experiments.StackOf;
import dev.sommelier.io.Progress;
import dev.sommelier.judges.LlmRatingPredictor;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.recommenders.rating.DampedBias;
import dev.sommelier.recommenders.rating.GlobalMean;
import dev.sommelier.recommenders.rating.ItemKnnRating;
import dev.sommelier.recommenders.rating.ItemKnnRatingOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The rating comparison: the model's expected stars beside the classic predictors, on held-out ratings.
public final class Ratings {
    private static final double DAMPING = 10;

    private Ratings() {}

    /// The table for one held-out rating of each of `pairs` sampled users; the stacks are fitted on the
    /// validation ratings of other users.
    ///
    /// @param labels absent where the engine cannot read label probabilities: the rows that need it are left out
    /// @throws SommelierException if the data are implicit
    public static RatingTable run(Study study, Optional<LabelScorer> labels, int pairs, Progress progress) {
        var scale = scale(study);
        var split = study.split();
        int fitting = Math.max(50, pairs / 2);
        var users = study.sample(pairs + fitting);
        var test = RatingPairs.test(split, users.subList(0, Math.min(pairs, users.size())));
        var validation = RatingPairs.validation(split, users.subList(test.size(), users.size()));

        var contenders = new ArrayList<RatingContender>(classics(study));
        labels.ifPresent(
                scorer -> contenders.add(RatingContender.llm(new LlmRatingPredictor(scorer, split.catalog(), scale))));
        // The raw expected stars sit where the model's digit habits put them; the one-member stack only moves and
        // stretches them, so the table tells a bad scale from a bad order.
        var stacks = labels.map(scorer -> List.of(
                        new StackOf("LLM, calibrated", List.of("LLM")),
                        new StackOf("Bias + LLM", List.of("Bias", "LLM"))))
                .orElse(List.of());
        return new RatingEvaluation(
                        scale, RatingEvaluation.likedOn(scale), Bootstrap.DEFAULT_RESAMPLES, study.seed(), progress)
                .run("Held-out ratings", contenders, stacks, validation, test);
    }

    /// The data set's rating scale.
    ///
    /// @throws SommelierException if the data are implicit
    public static RatingScale scale(Study study) {
        return study.dataset()
                .scale()
                .orElseThrow(() ->
                        new SommelierException("data set " + study.dataset().name()
                                + " has no ratings to predict (its interactions are implicit); choose one with ratings, such as"
                                + " ml-100k."));
    }

    static List<RatingContender> classics(Study study) {
        return List.of(
                classic(study, GlobalMean::train),
                classic(study, train -> DampedBias.train(train, DAMPING)),
                classic(study, train -> ItemKnnRating.train(train, ItemKnnRatingOptions.defaults())));
    }

    private static RatingContender classic(Study study, Function<TrainingSet, RatingPredictor> training) {
        return RatingContender.classic(
                training.apply(study.split().train()),
                training.apply(study.split().trainAndValidation()));
    }
}
