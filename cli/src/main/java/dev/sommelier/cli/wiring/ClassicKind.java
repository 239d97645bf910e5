package dev.sommelier.cli.wiring;

import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.Dataset;
import dev.sommelier.experiments.Answer;
import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.experiments.compare.Fitted;
import dev.sommelier.experiments.compare.Kind;
import dev.sommelier.experiments.compare.Material;
import dev.sommelier.experiments.compare.Question;
import dev.sommelier.experiments.compare.Scored;
import dev.sommelier.experiments.compare.Solver;
import dev.sommelier.experiments.compare.spec.KindFacts;
import dev.sommelier.experiments.compare.spec.TaskType;
import dev.sommelier.recommenders.store.ModelParameters;
import dev.sommelier.recommenders.topn.ScorerRecommender;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.function.Function;

/// A classic recommender: it lists, orders candidates and tells clicks by the same scores.
///
/// @param classic which one
/// @param encoders asked only if it reads texts
record ClassicKind(Classics classic, Encoders encoders) implements Kind {
    /// Those whose encoder an experiment file may choose.
    private static final Set<Classics> CHOOSING = Set.of(Classics.TEXTKNN, Classics.TEXTMAP);

    @Override
    public KindFacts facts() {
        var preset = new LinkedHashMap<>(classic.preset().values());
        if (CHOOSING.contains(classic)) {
            preset.put(Encoders.KEY, Encoders.USUAL);
        }
        return new KindFacts(new ModelParameters(preset), Set.of(TaskType.RANKING, TaskType.RERANK, TaskType.CLICK));
    }

    @Override
    public ContenderKind part() {
        return ContenderKind.CLASSIC;
    }

    @Override
    public void check(ModelParameters parameters) {
        if (CHOOSING.contains(classic)) {
            encoders.of(parameters);
        }
    }

    @Override
    public void check(Dataset dataset) {
        if (classic == Classics.ATTRIBUTES && dataset.catalog().attributes().isEmpty()) {
            throw new SommelierException("the contender " + classic + " works on items' attributes, and data set "
                    + dataset.name() + " has none; leave it out, or add the data set again with --attributes");
        }
    }

    @Override
    public Fitted fit(Material material, ModelParameters parameters, Function<String, Fitted> others) {
        var own = new LinkedHashMap<>(parameters.values());
        own.remove(Encoders.KEY);
        var scorer = classic.train(
                material.train(), new ModelParameters(own), () -> encoders.of(parameters), material.seed());
        return task -> switch (task) {
            case RANKING -> {
                var recommender = new ScorerRecommender(scorer);
                yield new Solver.Lists(query -> Answer.of(recommender.recommend(query)));
            }
            case RERANK, CLICK -> new Solver.Scores(question -> scores(scorer, question), false);
            case RATING -> throw new IllegalArgumentException(classic + " predicts no ratings");
        };
    }

    private static Scored scores(ItemScorer scorer, Question question) {
        double[] all = scorer.score(question.history());
        return Scored.of(question.items().stream()
                .map(item -> all[scorer.catalog().position(item)])
                .toList());
    }
}
