package dev.sommelier.recommenders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.Query;
import dev.sommelier.core.TextEncoder;
import dev.sommelier.core.TrainingSet;
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
                new Model("ItemKNN", train -> ItemKnn.train(train, 10, 2)),
                new Model("EASE", train -> Ease.train(train, 20)),
                new Model("Content", train -> ContentBased.train(train, new LetterEncoder())));
    }

    @ParameterizedTest
    @MethodSource("models")
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
    @MethodSource("models")
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
    @MethodSource("models")
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
    @MethodSource("models")
    void changingTheReturnedScoresDoesNotChangeTheModel(Model model) {
        var scorer = model.train();
        var before = scorer.score(unseenUser());
        Arrays.fill(scorer.score(unseenUser()), -1);

        assertThat(scorer.score(unseenUser())).containsExactly(before);
    }

    @ParameterizedTest
    @MethodSource("models")
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
