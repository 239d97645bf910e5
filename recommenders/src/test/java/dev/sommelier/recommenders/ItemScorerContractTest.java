package dev.sommelier.recommenders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.Query;
import dev.sommelier.core.TextEncoder;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.topn.ContentBased;
import dev.sommelier.recommenders.topn.Ease;
import dev.sommelier.recommenders.topn.Hybrid;
import dev.sommelier.recommenders.topn.HybridMember;
import dev.sommelier.recommenders.topn.ItemKnn;
import dev.sommelier.recommenders.topn.ItemTransitions;
import dev.sommelier.recommenders.topn.KnnOptions;
import dev.sommelier.recommenders.topn.Popularity;
import dev.sommelier.recommenders.topn.RandomScorer;
import dev.sommelier.recommenders.topn.RandomWalk;
import dev.sommelier.recommenders.topn.Recency;
import dev.sommelier.recommenders.topn.ScorerRecommender;
import dev.sommelier.recommenders.topn.Similarity;
import dev.sommelier.recommenders.topn.Slim;
import dev.sommelier.recommenders.topn.SlimOptions;
import dev.sommelier.recommenders.topn.TextKnn;
import dev.sommelier.recommenders.topn.TextMap;
import dev.sommelier.recommenders.topn.TextMapOptions;
import dev.sommelier.recommenders.topn.TransitionOptions;
import dev.sommelier.recommenders.topn.UserKnn;
import dev.sommelier.recommenders.topn.Weighting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every scorer promises.
class ItemScorerContractTest {
    private static final TrainingSet TRAIN = Fixtures.random(120, 90, 17);

    record Model(String name, Function<TrainingSet, ItemScorer> trainer) {
        ItemScorer train() {
            return trainer.apply(TRAIN);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Model> models() {
        return Stream.of(
                new Model("Random", train -> new RandomScorer(train.catalog(), 5)),
                new Model("Popularity", Popularity::train),
                new Model("Recent popularity", train -> Popularity.train(train, new Recency.HalfLife(1))),
                new Model("UserKNN", train -> UserKnn.train(train, KnnOptions.cosine(10, 2))),
                new Model(
                        "UserKNN",
                        train -> UserKnn.train(train, KnnOptions.of(10, Similarity.JACCARD, 2, Weighting.BM25))),
                new Model(
                        "ItemKNN", train -> ItemKnn.train(train, KnnOptions.of(10, Similarity.DOT, 0, Weighting.BM25))),
                new Model("P3alpha", train -> RandomWalk.p3alpha(train, 10, 1)),
                new Model("RP3beta", train -> RandomWalk.rp3beta(train, 10, 0.8, 0.4)),
                new Model("SLIM", train -> Slim.train(train, new SlimOptions(1, 2, 1e-6))),
                new Model("Attributes", train -> ContentBased.ofAttributes(train.catalog())),
                new Model("Hybrid", ItemScorerContractTest::hybrid),
                new Model("ItemKNN", train -> ItemKnn.train(train, 10, 2)),
                new Model("EASE", train -> Ease.train(train, 20)),
                new Model("TextKNN", train -> TextKnn.train(train, new LetterEncoder(), 10)),
                new Model(
                        "TextMap",
                        train -> TextMap.train(
                                train, new LetterEncoder(), new TextMapOptions(5, TextMapOptions.Items.TEXT, 1))),
                new Model("Content", train -> ContentBased.train(train, new LetterEncoder())));
    }

    /// The one model that the order of events matters to.
    static Stream<Model> modelsAndMarkov() {
        return Stream.concat(
                models(),
                Stream.of(
                        new Model("Markov", train -> ItemTransitions.train(train, new TransitionOptions(3, 0.5, 2)))));
    }

    private static ItemScorer hybrid(TrainingSet train) {
        return Hybrid.train(
                train,
                List.of(
                        HybridMember.collaborative(all -> Ease.train(all, 20)),
                        HybridMember.content(ContentBased.train(train, new LetterEncoder()))));
    }

    @ParameterizedTest
    @MethodSource("modelsAndMarkov")
    void scoresEveryItemOfTheCatalogueForAnyHistory(Model model) {
        var scorer = model.train();

        for (var history :
                List.of(new History("nobody", List.of()), TRAIN.histories().get(3), unseenUser())) {
            assertThat(scorer.score(history)).hasSize(TRAIN.catalog().size()).doesNotContain(Double.NaN);
        }
        assertThat(scorer.catalog()).isSameAs(TRAIN.catalog());
        assertThat(scorer.name()).isEqualTo(model.name());
    }

    @ParameterizedTest
    @MethodSource("modelsAndMarkov")
    void anUnknownItemInTheHistoryIsAnError(Model model) {
        var scorer = model.train();

        assertThatThrownBy(() -> scorer.score(History.ofLiked(List.of("i1", "nowhere"), 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("item \"nowhere\" is not in the catalogue");
    }

    @ParameterizedTest
    @MethodSource("models")
    void orderRatingsAndRepetitionsOfEventsDoNotMatter(Model model) {
        var history = TRAIN.histories().get(7);
        var changed = new ArrayList<Event>();
        history.events().reversed().forEach(event -> changed.add(new Event(event.item(), 1, 99)));
        changed.add(history.events().getFirst());
        var scorer = model.train();

        assertThat(scorer.score(new History(history.user(), changed))).containsExactly(scorer.score(history));
    }

    @ParameterizedTest
    @MethodSource("modelsAndMarkov")
    void trainingTwiceOnAnyNumberOfThreadsGivesEqualBits(Model model) {
        var history = unseenUser();
        try (var one = new ForkJoinPool(1);
                var four = new ForkJoinPool(4)) {
            var single = one.submit(() -> model.train().score(history)).join();
            var several = four.submit(() -> model.train().score(history)).join();

            assertThat(several).containsExactly(single);
        }
    }

    @ParameterizedTest
    @MethodSource("modelsAndMarkov")
    void changingTheReturnedScoresDoesNotChangeTheModel(Model model) {
        var scorer = model.train();
        var before = scorer.score(unseenUser());
        Arrays.fill(scorer.score(unseenUser()), -1);

        assertThat(scorer.score(unseenUser())).containsExactly(before);
    }

    @ParameterizedTest
    @MethodSource("modelsAndMarkov")
    void recommendsTheBestUnseenItemsUnderItsNameAndParameters(Model model) {
        var scorer = model.train();
        var recommender = new ScorerRecommender(scorer);

        var list = recommender.recommend(Query.top(5, unseenUser())).items();

        assertThat(list).hasSize(5).doesNotContainAnyElementsOf(unseenUser().items());
        assertThat(recommender.name()).isEqualTo(model.name());
        assertThat(recommender.parameters()).isEqualTo(((Described) scorer).parameters());
    }

    private static History unseenUser() {
        return History.ofLiked(List.of("i2", "i30", "i5"), 5);
    }

    /// A vector of pseudo-random directions for each text.
    private static final class LetterEncoder implements TextEncoder {
        @Override
        public String name() {
            return "letters";
        }

        @Override
        public float[][] encode(List<String> texts) {
            var vectors = new float[texts.size()][16];
            for (int t = 0; t < vectors.length; t++) {
                var random = new SplittableRandom(texts.get(t).hashCode());
                for (int d = 0; d < 16; d++) {
                    vectors[t][d] = (float) random.nextDouble() - 0.5f;
                }
            }
            return vectors;
        }
    }
}
