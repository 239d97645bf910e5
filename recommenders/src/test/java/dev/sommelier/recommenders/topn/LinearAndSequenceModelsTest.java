package dev.sommelier.recommenders.topn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.Fixtures;
import dev.sommelier.recommenders.PositiveMatrix;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LinearAndSequenceModelsTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final TrainingSet TRAIN = Fixtures.random(80, 30, 11);

    @Test
    void slimIsAtTheMinimumOfItsElasticNet() {
        double l1 = 1.5;
        double l2 = 3;
        var slim = Slim.train(TRAIN, new SlimOptions(l1, l2, 1e-12));
        var positives = PositiveMatrix.of(TRAIN);
        int items = positives.items();
        var weights = new double[items][];
        for (int i = 0; i < items; i++) {
            weights[i] = slim.score(History.ofLiked(List.of("i" + i), 1));
        }
        for (int target = 0; target < items; target++) {
            assertThat(weights[target][target]).isZero();
            for (int i = 0; i < items; i++) {
                var counts = new double[items];
                positives.countTogether(i, counts);
                double slope = l1 + l2 * weights[i][target] - counts[target];
                for (int k = 0; k < items; k++) {
                    slope += counts[k] * weights[k][target];
                }
                // the derivative is 0 where a weight is positive, and not below 0 where it is 0
                assertThat(i == target ? 0 : slope).isGreaterThan(-1e-8);
                assertThat(weights[i][target] > 0 ? slope : 0).isCloseTo(0, within(1e-8));
            }
        }
    }

    @Test
    void aLargeL1LeavesNoWeight() {
        var slim = Slim.train(TRAIN, new SlimOptions(1e6, 1, 1e-6));

        assertThat(slim.score(TRAIN.histories().getFirst())).containsOnly(0);
    }

    @Test
    void linearModelsAreTheSumOfTheirRowsForAnyHistory() {
        var ease = Ease.train(TRAIN, 20);
        var a = ease.score(History.ofLiked(List.of("i1"), 1));
        var b = ease.score(History.ofLiked(List.of("i2"), 1));

        var both = ease.score(History.ofLiked(List.of("i1", "i2"), 1));

        for (int i = 0; i < both.length; i++) {
            assertThat(both[i]).isCloseTo(a[i] + b[i], EXACT);
        }
    }

    @Test
    void aTrainingUserAndANewOneWithTheSameItemsHaveTheSameScores() {
        var known = TRAIN.histories().get(3);
        var copy = new History("new", known.events());
        for (var model : List.of(
                Ease.train(TRAIN, 20),
                Slim.train(TRAIN, new SlimOptions(1, 1, 1e-6)),
                RandomWalk.rp3beta(TRAIN, 10, 1, 0.5),
                ItemTransitions.train(TRAIN, new TransitionOptions(3, 0.5, 2)))) {
            assertThat(model.score(copy)).as(model.name()).containsExactly(model.score(known));
        }
    }

    @Test
    void easeSaysWhatItNeedsBeforeItBegins() {
        assertThat(Ease.memory(10_000)).isEqualTo(838_430_720L);
        assertThatThrownBy(() -> Ease.checkMemory(10_000, 1L << 29))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("EASE needs 799 MB for 10000 items, but this JVM has 512 MB left");
    }

    @Test
    void transitionsCountStepsByDistanceAndSmoothByPopularity() {
        // a-b twice at distance 1, a-c once at distance 2; popularity a 2/5, b 2/5, c 1/5
        var markov = ItemTransitions.train(Fixtures.ofLetters(3, "abc", "ab"), new TransitionOptions(2, 0.5, 1));
        double total = 2.5 + 1;

        assertThat(markov.score(Fixtures.liked("a")))
                .containsExactly(new double[] {0.4 / total, (2 + 0.4) / total, (0.5 + 0.2) / total}, EXACT);
        assertThat(markov.score(Fixtures.liked(""))).containsExactly(new double[] {0.4, 0.4, 0.2}, EXACT);
        // nothing followed c
        assertThat(markov.score(Fixtures.liked("c"))).containsExactly(new double[] {0.4, 0.4, 0.2}, EXACT);
    }

    @Test
    void laterEventsOfTheHistoryCountMore() {
        var markov = ItemTransitions.train(Fixtures.ofLetters(4, "ac", "bd"), new TransitionOptions(2, 0.5, 0));

        assertThat(markov.score(Fixtures.liked("ab"))).containsExactly(new double[] {0, 0, 1 / 3.0, 2 / 3.0}, EXACT);
        assertThat(markov.score(Fixtures.liked("ba"))).containsExactly(new double[] {0, 0, 2 / 3.0, 1 / 3.0}, EXACT);
    }

    @Test
    void transitionScoresAreProbabilities() {
        var markov = ItemTransitions.train(TRAIN, new TransitionOptions(4, 0.7, 3));

        for (var history : TRAIN.histories()) {
            assertThat(Arrays.stream(markov.score(history)).sum()).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void recentContactsCountByTheirAge() {
        long day = 86_400;
        var train = Fixtures.ofRatings(
                3,
                new History(
                        "x", List.of(new Event("a", 1, 0), new Event("b", 1, 8 * day), new Event("c", 1, 10 * day))),
                new History("y", List.of(new Event("a", 1, 0), new Event("a", 1, 10 * day))));

        assertThat(Popularity.train(train, new Recency.HalfLife(2)).score(Fixtures.liked("")))
                .containsExactly(new double[] {1 + 1 / 32.0, 0.5, 1}, EXACT);
        assertThat(Popularity.train(train, new Recency.Window(2)).score(Fixtures.liked("")))
                .containsExactly(1, 1, 1);
        assertThatThrownBy(() -> Popularity.train(Fixtures.ofLetters(2, "ab"), new Recency.Window(2)))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("have none");
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new SlimOptions(1, 0, 1e-4)).hasMessageContaining("got 1.0 and 0.0");
        assertThatThrownBy(() -> new SlimOptions(1, 1, 0)).hasMessageContaining("got 0.0");
        assertThatThrownBy(() -> new TransitionOptions(0, 1, 1)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> new TransitionOptions(1, 0, 1)).hasMessageContaining("got 0.0");
        assertThatThrownBy(() -> new TransitionOptions(1, 1, -1)).hasMessageContaining("got -1.0");
        assertThatThrownBy(() -> new Recency.HalfLife(0)).hasMessageContaining("got 0.0");
        assertThatThrownBy(() -> Ease.train(TRAIN, Double.POSITIVE_INFINITY)).hasMessageContaining("got Infinity");
    }
}
