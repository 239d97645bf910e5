package dev.sommelier.cli.wiring;

import dev.sommelier.core.ClickPredictor;
import dev.sommelier.core.History;
import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.experiments.RatingContender;
import dev.sommelier.experiments.RatingEvaluation;
import dev.sommelier.experiments.RatingTable;
import dev.sommelier.experiments.StackOf;
import dev.sommelier.experiments.clicks.ClickContender;
import dev.sommelier.experiments.clicks.ClickEvaluation;
import dev.sommelier.experiments.clicks.ClickTable;
import dev.sommelier.io.Progress;
import dev.sommelier.judges.HistoryPolicy;
import dev.sommelier.judges.LlmClickPredictor;
import dev.sommelier.judges.LlmClickPredictor.Question;
import dev.sommelier.judges.LlmRatingPredictor;
import dev.sommelier.judges.RatingPair;
import dev.sommelier.llm.LabelScorer;
import java.util.ArrayList;
import java.util.List;

/// The model's stars and clicks beside the classic rating predictors, on one fixed sample.
///
/// @param study the data
/// @param scorer the model
/// @param policy the part of a history that prompts show
/// @param pairs the sample
public record RateStudy(Study study, LabelScorer scorer, HistoryPolicy policy, RatePairs pairs) {
    /// Held-out ratings: zero-shot and few-shot expected stars, and stacks with the bias model.
    public RatingTable ratings(Progress progress) {
        var scale = Ratings.scale(study);
        var contenders = new ArrayList<RatingContender>(Ratings.classics(study));
        contenders.add(RatingContender.llm(stars(List.of())));
        if (!pairs.examples().isEmpty()) {
            contenders.add(RatingContender.llm(stars(pairs.examples())));
        }
        return new RatingEvaluation(scale, liked(), Bootstrap.DEFAULT_RESAMPLES, study.seed(), progress)
                .run(
                        "Held-out ratings",
                        contenders,
                        List.of(
                                new StackOf("LLM, calibrated", List.of("LLM")),
                                new StackOf("Bias + LLM", List.of("Bias", "LLM"))),
                        pairs.ratingFit(),
                        pairs.ratings());
    }

    /// Whether users like items: P(Yes) and P(like), zero-shot and few-shot, expected stars, and a stack.
    public ClickTable clicks(Progress progress) {
        var scale = Ratings.scale(study);
        var catalog = study.split().catalog();
        var contenders = new ArrayList<ClickContender>();
        contenders.add(ClickContender.classic(baseRate()));
        Ratings.classics(study).stream()
                .filter(classic -> !classic.name().equals("Global mean"))
                .forEach(classic -> contenders.add(ClickContender.classic(classic.onTrain())));
        contenders.add(ClickContender.llm(stars(List.of())));
        for (var question : Question.values()) {
            contenders.add(ClickContender.llm(LlmClickPredictor.zeroShot(scorer, catalog, scale, question, policy)));
        }
        if (!pairs.examples().isEmpty()) {
            contenders.add(ClickContender.llm(
                    LlmClickPredictor.fewShot(scorer, catalog, scale, policy, pairs.examples(), liked())));
        }
        return new ClickEvaluation(liked(), Bootstrap.DEFAULT_RESAMPLES, study.seed(), progress)
                .run(
                        contenders,
                        List.of(
                                new ClickEvaluation.Stack("LLM click, calibrated", List.of("LLM click")),
                                new ClickEvaluation.Stack("Bias + LLM click", List.of("Bias", "LLM click"))),
                        pairs.clickFit(),
                        pairs.clicks());
    }

    private double liked() {
        return RatingEvaluation.likedOn(Ratings.scale(study));
    }

    private LlmRatingPredictor stars(List<RatingPair> examples) {
        return new LlmRatingPredictor(scorer, study.split().catalog(), Ratings.scale(study), policy, examples);
    }

    /// The control: the share of liked ratings in the training part, for everybody.
    private ClickPredictor baseRate() {
        double share = study.split().train().histories().stream()
                .flatMap(history -> history.events().stream())
                .mapToDouble(event -> event.rating() >= liked() ? 1 : 0)
                .average()
                .orElse(0);
        return new ClickPredictor() {
            @Override
            public String name() {
                return "Base rate";
            }

            @Override
            public double predict(History history, String item) {
                return share;
            }
        };
    }
}
