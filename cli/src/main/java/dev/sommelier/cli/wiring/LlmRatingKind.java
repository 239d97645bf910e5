package dev.sommelier.cli.wiring;

import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Usage;
import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.experiments.compare.Estimate;
import dev.sommelier.experiments.compare.Fitted;
import dev.sommelier.experiments.compare.Kind;
import dev.sommelier.experiments.compare.Material;
import dev.sommelier.experiments.compare.Scored;
import dev.sommelier.experiments.compare.Solver;
import dev.sommelier.experiments.compare.spec.KindFacts;
import dev.sommelier.experiments.compare.spec.TaskType;
import dev.sommelier.judges.LlmRatingPredictor;
import dev.sommelier.judges.RatingOutcome;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.recommenders.store.ModelParameters;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// A language model's expected stars, raw: nothing is fitted.
///
/// @param model asked for when something runs
record LlmRatingKind(Supplier<LanguageModel> model) implements Kind {
    static final String NAME = "llm-rating";

    private static final int TITLE_TOKENS = 14;
    private static final int AROUND = 40;

    @Override
    public KindFacts facts() {
        return new KindFacts(
                ModelParameters.parse("history=" + LlmRatingPredictor.HISTORY_ITEMS), Set.of(TaskType.RATING));
    }

    @Override
    public ContenderKind part() {
        return ContenderKind.AGENT;
    }

    @Override
    public Estimate estimate(ModelParameters parameters, int items) {
        return new Estimate(items, items * ((parameters.integer("history") + 1L) * TITLE_TOKENS + AROUND), 0);
    }

    @Override
    public void check(ModelParameters parameters) {
        if (parameters.integer("history") < 0) {
            throw new SommelierException("history must be at least 0, got " + parameters.integer("history"));
        }
        // Fails where the engine tells no probabilities.
        model.get().labels();
    }

    @Override
    public Fitted fit(Material material, ModelParameters parameters, Function<String, Fitted> others) {
        var scale = material.dataset()
                .scale()
                .orElseThrow(() ->
                        new SommelierException("data set " + material.dataset().name() + " has no ratings to predict"));
        var judge = new LlmRatingPredictor(
                model.get().labels(), material.train().catalog(), scale, parameters.integer("history"));
        return task -> new Solver.Scores(
                question -> {
                    var usage = Usage.NONE;
                    var ratings = new ArrayList<Double>();
                    for (var item : question.items()) {
                        switch (judge.judge(question.history(), item)) {
                            case RatingOutcome.Predicted predicted -> {
                                ratings.add(scale.clip(predicted.rating()));
                                usage = usage.plus(predicted.usage());
                            }
                            case RatingOutcome.Failed failed -> throw new SommelierException(failed.cause());
                        }
                    }
                    return new Scored(ratings, usage);
                },
                false);
    }
}
