package dev.sommelier.recommenders.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.Interaction;
import dev.sommelier.core.SommelierException;
import dev.sommelier.recommenders.rating.RatingKnnOptions.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every model.
class RatingModelsTest {
    private final RatingMatrix random = RatingFixtures.random(30, 20, 7);

    static Stream<Named> models() {
        return Stream.concat(exact(), seeded());
    }

    /// Models that give a history what its user would have got in training.
    static Stream<Named> exact() {
        return Stream.concat(
                Stream.of(
                        new Named("global mean", GlobalMean::train),
                        new Named("user mean", UserMean::train),
                        new Named("item mean", ItemMean::train),
                        new Named("damped bias", matrix -> DampedBias.train(matrix, 5, 5)),
                        new Named(
                                "LensKit user-user",
                                matrix -> RatingKnn.train(matrix, RatingKnnOptions.lensKitUserUser())),
                        new Named(
                                "LensKit item-item",
                                matrix -> RatingKnn.train(matrix, RatingKnnOptions.lensKitItemItem()))),
                Reproduction.exact().entrySet().stream().map(entry -> new Named(entry.getKey(), entry.getValue())));
    }

    /// Models learnt by descent.
    static Stream<Named> seeded() {
        return Stream.concat(
                Stream.of(new Named("SGD baseline", matrix -> Baseline.train(matrix, BaselineOptions.Sgd.defaults()))),
                Reproduction.seeded().entrySet().stream()
                        .map(entry -> new Named(entry.getKey(), entry.getValue().apply(42))));
    }

    @ParameterizedTest
    @MethodSource("models")
    void predictionsAreFiniteForAnybodyAndAnything(Named named) {
        var odd = List.of(
                random,
                RatingFixtures.matrix(3, RatingFixtures.rated("the only one", "a5 b1")),
                RatingFixtures.matrix(2, RatingFixtures.rated("u", "a3"), RatingFixtures.rated("v", "a3")),
                RatingFixtures.matrix(2, RatingFixtures.rated("u", "a0 b0"), RatingFixtures.rated("v", "b0")));
        for (var matrix : odd) {
            var model = named.training.apply(matrix);
            for (var item : matrix.catalog().items()) {
                for (var history :
                        List.of(matrix.history(0), RatingFixtures.NOBODY, RatingFixtures.stranger(matrix.history(0)))) {
                    assertThat(model.estimate(history, item.id()).value())
                            .as("%s, %s, %s", named, history.user(), item.id())
                            .isFinite();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void predictAndEstimateAndProfileAgree(Named named) {
        var model = named.training.apply(random);
        var history = random.history(3);

        assertThat(model.predict(history, "i2"))
                .isEqualTo(model.estimate(history, "i2").value())
                .isEqualTo(model.profile(history).predict(2).value());
    }

    @ParameterizedTest
    @MethodSource("exact")
    void aStrangerWithAUsersRatingsGetsThatUsersPredictions(Named named) {
        var model = named.training.apply(random);
        for (int user = 0; user < random.users().size(); user++) {
            var history = random.history(user);
            for (var item : random.catalog().items()) {
                if (!history.items().contains(item.id())) {
                    assertThat(model.estimate(RatingFixtures.stranger(history), item.id()))
                            .isEqualTo(model.estimate(history, item.id()));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeded")
    void aStrangerFoldedInIsPredictedMuchLikeTheUser(Named named) {
        var model = named.training.apply(random);
        double difference = 0;
        int count = 0;
        for (int user = 0; user < random.users().size(); user++) {
            var history = random.history(user);
            for (int item = 0; item < random.catalog().size(); item++) {
                difference += Math.abs(model.profile(RatingFixtures.stranger(history))
                                .predict(item)
                                .value()
                        - model.profile(history).predict(item).value());
                count++;
            }
        }
        assertThat(difference / count).isLessThan(0.25);
    }

    @ParameterizedTest
    @MethodSource("seeded")
    void theTrainedUserIsFoundWhateverTheOrderOfTheHistory(Named named) {
        var model = named.training.apply(random);
        var events = new ArrayList<>(random.history(4).events());
        Collections.reverse(events);

        assertThat(model.predict(new History("u4", events), "i1"))
                .isCloseTo(model.predict(random.history(4), "i1"), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("models")
    void threadsAndRunsNeverChangeAPrediction(Named named) throws Exception {
        var rows = new ArrayList<Interaction>();
        for (int user = 0; user < random.users().size(); user++) {
            for (var event : random.history(user).events()) {
                rows.add(new Interaction("u" + user, event.item(), event.rating(), 0));
            }
        }
        var validation = new CrossValidation(random.catalog(), rows, CrossValidation.deal(rows.size(), 3, 5));
        List<List<FoldPredictions>> runs = new ArrayList<>();
        for (int threads : new int[] {1, 4}) {
            try (var pool = new ForkJoinPool(threads)) {
                runs.add(pool.submit(() -> validation.run(named.training)).get());
            }
        }
        assertThat(runs.getLast()).isEqualTo(runs.getFirst());
    }

    @ParameterizedTest
    @MethodSource("models")
    void itemsOutsideTheCatalogueAreErrors(Named named) {
        var model = named.training.apply(random);

        assertThatThrownBy(() -> model.estimate(RatingFixtures.NOBODY, "zzz"))
                .hasMessage("item \"zzz\" is not in the catalogue");
    }

    @Test
    void aHistoryWithARatingThatIsNoNumberIsRefused() {
        var model = SlopeOne.train(random);
        var broken = new History("x", List.of(new Event("i1", Double.POSITIVE_INFINITY, 0)));

        assertThatThrownBy(() -> model.profile(broken))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("user \"x\" rates item \"i1\"");
    }

    @Test
    void factorModelsNameTheirFallbacks() {
        var matrix = RatingFixtures.matrix(3, RatingFixtures.rated("u", "a5 b1"), RatingFixtures.rated("v", "a4"));
        var bases = Map.of(
                "SVD", List.of(Basis.MODEL, Basis.USER_BIAS, Basis.ITEM_BIAS, Basis.GLOBAL_MEAN),
                "SVD++", List.of(Basis.MODEL, Basis.USER_BIAS, Basis.ITEM_BIAS, Basis.GLOBAL_MEAN),
                "PMF", List.of(Basis.MODEL, Basis.GLOBAL_MEAN, Basis.GLOBAL_MEAN, Basis.GLOBAL_MEAN),
                "NMF", List.of(Basis.MODEL, Basis.GLOBAL_MEAN, Basis.GLOBAL_MEAN, Basis.GLOBAL_MEAN));
        bases.forEach((name, expected) -> {
            var model = Reproduction.seeded(name, 1).apply(matrix);
            var known = RatingFixtures.rated("x", "a2");
            assertThat(List.of(
                            model.estimate(known, "b").basis(),
                            model.estimate(known, "c").basis(),
                            model.estimate(RatingFixtures.NOBODY, "b").basis(),
                            model.estimate(RatingFixtures.NOBODY, "c").basis()))
                    .as(name)
                    .isEqualTo(expected);
        });
    }

    @Test
    void userKnnIsNamedApartFromItemKnn() {
        assertThat(RatingKnn.train(random, RatingKnnOptions.of(Side.USER)).name())
                .isEqualTo("User kNN");
        assertThat(RatingKnn.train(random, RatingKnnOptions.of(Side.ITEM)).name())
                .isEqualTo("Item kNN");
    }

    record Named(String name, Function<RatingMatrix, RatingModel> training) {
        @Override
        public String toString() {
            return name;
        }
    }
}
