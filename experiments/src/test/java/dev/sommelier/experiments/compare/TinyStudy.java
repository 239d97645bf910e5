package dev.sommelier.experiments.compare;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Interaction;
import dev.sommelier.core.Item;
import dev.sommelier.core.RatingScale;
import dev.sommelier.datasets.Dataset;
import dev.sommelier.datasets.Split;
import dev.sommelier.experiments.Answer;
import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.experiments.compare.spec.KindFacts;
import dev.sommelier.experiments.compare.spec.TaskType;
import dev.sommelier.recommenders.rating.DampedBias;
import dev.sommelier.recommenders.store.ModelParameters;
import dev.sommelier.recommenders.topn.Popularity;
import dev.sommelier.recommenders.topn.ScorerRecommender;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/// Sixty users, thirty items and real recommenders.
public final class TinyStudy {
    public static final int USERS = 60;
    private static final int ITEMS = 30;
    private static final int EVENTS = 8;

    private TinyStudy() {}

    public static Dataset dataset() {
        var items = new ArrayList<Item>();
        for (int i = 0; i < ITEMS; i++) {
            items.add(new Item("i" + i, "Item " + i, Map.of("genre", List.of(i % 2 == 0 ? "even" : "odd"))));
        }
        var random = new Random(3);
        var interactions = new ArrayList<Interaction>();
        for (int u = 0; u < USERS; u++) {
            for (int e = 0; e < EVENTS; e++) {
                int item = (int) (ITEMS * random.nextDouble() * random.nextDouble());
                interactions.add(new Interaction("u" + u, "i" + item, 1 + random.nextInt(5), e));
            }
        }
        return new Dataset(
                "tiny",
                new Catalog(items, List.of("genre")),
                interactions,
                Optional.of(new RatingScale(1, 5, 1)),
                "none",
                "made by the test",
                "0".repeat(64));
    }

    static Material material() {
        return Material.test(dataset(), Split.leaveLastOut(dataset()), 7);
    }

    public static Map<String, Kind> kinds() {
        var kinds = new LinkedHashMap<String, Kind>();
        kinds.put("popularity", new Lister());
        kinds.put("bias", new Biased());
        return kinds;
    }

    /// The popularity list.
    record Lister() implements Kind {
        @Override
        public KindFacts facts() {
            return new KindFacts(
                    ModelParameters.parse("sign=1"), Set.of(TaskType.RANKING, TaskType.RERANK, TaskType.CLICK));
        }

        @Override
        public ContenderKind part() {
            return ContenderKind.CLASSIC;
        }

        @Override
        public Fitted fit(Material material, ModelParameters parameters, Function<String, Fitted> others) {
            var scorer = Popularity.train(material.train());
            double sign = parameters.number("sign");
            return task -> task == TaskType.RANKING
                    ? new Solver.Lists(query -> Answer.of(new ScorerRecommender(scorer).recommend(query)))
                    : new Solver.Scores(
                            question -> Scored.of(question.items().stream()
                                    .map(item -> sign
                                            * scorer.score(question.history())[
                                                    scorer.catalog().position(item)])
                                    .toList()),
                            false);
        }
    }

    /// Mean and biases.
    public record Biased() implements Kind {
        @Override
        public KindFacts facts() {
            return new KindFacts(ModelParameters.parse("damping=10"), Set.of(TaskType.RATING));
        }

        @Override
        public ContenderKind part() {
            return ContenderKind.CLASSIC;
        }

        @Override
        public Fitted fit(Material material, ModelParameters parameters, Function<String, Fitted> others) {
            var bias = DampedBias.train(material.train(), parameters.number("damping"));
            return task -> new Solver.Scores(
                    question -> Scored.of(question.items().stream()
                            .map(item -> bias.predict(question.history(), item))
                            .toList()),
                    false);
        }
    }
}
