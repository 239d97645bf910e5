package dev.sommelier.recommenders.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.History;
import dev.sommelier.core.Query;
import dev.sommelier.core.SommelierException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LightGcnTest {
    private static final LightGcnOptions OPTIONS = new LightGcnOptions(8, 2, 0.01, 1e-3, 256, 15, 3);

    @Test
    void aLayerIsTheWeightedSumOverContacts() {
        // user 0 has a and b, user 1 has b: a counts 1, b counts 2
        var contacts = Contacts.of(Sets.ofLetters(2, "ab", "b"));
        var propagation = new Propagation(contacts, 1, 16);
        var from =
                new Propagation.Both(Factors.of(new float[][] {{1}, {2}}, 1), Factors.of(new float[][] {{3}, {4}}, 1));
        var to = Propagation.Both.zeros(contacts, 1);

        propagation.step(from, to);

        assertThat(to.users().row(0)[0]).isCloseTo((float) (3 / Math.sqrt(2) + 4 / 2.0), within(1e-6f));
        assertThat(to.users().row(1)[0]).isCloseTo((float) (4 / Math.sqrt(2)), within(1e-6f));
        assertThat(to.items().row(0)[0]).isCloseTo((float) (1 / Math.sqrt(2)), within(1e-6f));
        assertThat(to.items().row(1)[0]).isCloseTo((float) (1 / 2.0 + 2 / Math.sqrt(2)), within(1e-6f));
    }

    @Test
    void theGradientIsTheLosssSlope() {
        var contacts = Contacts.of(Sets.ofLetters(4, "ab", "bc", "cd", "ad"));
        var training = new LightGcnTraining(contacts, new LightGcnOptions(3, 2, 0.01, 0.5, 8, 1, 3));
        int[] batch = {0, 2, 4, 6};
        int[] negatives = {2, 0, 1, 1};
        training.gradient(batch, negatives);
        float[] users = training.lastGradient().users().data().clone();
        float[] items = training.lastGradient().items().data().clone();

        for (int row = 0; row < 4; row++) {
            for (int f = 0; f < 3; f++) {
                int at = row * 16 + f;
                assertThat((double) users[at])
                        .isCloseTo(slope(training, training.start().users(), at, batch, negatives), within(2e-4));
                assertThat((double) items[at])
                        .isCloseTo(slope(training, training.start().items(), at, batch, negatives), within(2e-4));
            }
        }
    }

    @Test
    void theLossFallsWhileTraining() {
        var training = new LightGcnTraining(Contacts.of(Sets.random(120, 80, 4)), OPTIONS);
        double first = training.iterate(1);
        double last = 0;
        for (int epoch = 2; epoch < 30; epoch++) {
            last = training.iterate(epoch);
        }

        assertThat(first).isCloseTo(Math.log(2), within(0.05));
        assertThat(last).isLessThan(0.8 * first);
    }

    @Test
    void aTrainedUserHasTheTrainedScoresAndAnyOtherLacksOnlyTheStartVector() {
        var train = Sets.random(60, 40, 4);
        var contacts = Contacts.of(train);
        var training = new LightGcnTraining(contacts, OPTIONS);
        for (int epoch = 1; epoch <= OPTIONS.epochs(); epoch++) {
            training.iterate(epoch);
        }
        var model = LightGcn.train(train, OPTIONS);
        var propagated = training.propagated();

        for (int u = 0; u < 60; u++) {
            var history = train.histories().get(u);
            float[] folded = model.userVector(new History("new", history.events()));
            for (int f = 0; f < folded.length; f++) {
                folded[f] += training.start().users().row(u)[f] / 3;
            }
            float[] trained = model.userVector(history);
            assertThat(trained).containsExactly(propagated.users().row(u), within(1e-5f));
            assertThat(folded).containsExactly(trained, within(1e-5f));
        }
    }

    @Test
    void threadsDoNotChangeABit() {
        var train = Sets.random(700, 1100, 4);
        var options = new LightGcnOptions(8, 2, 0.01, 1e-3, 2048, 3, 3);
        try (var one = new ForkJoinPool(1);
                var four = new ForkJoinPool(4)) {
            float[] single = one.submit(
                            () -> LightGcn.train(train, options).itemFactors().data())
                    .join();

            assertThat(four.submit(() ->
                                    LightGcn.train(train, options).itemFactors().data())
                            .join())
                    .containsExactly(single);
        }
    }

    @Test
    void twoGroupsOfUsersAreToldApartForNewUsersToo() {
        var model = LightGcn.train(Sets.ofLetters(6, "abc", "ab", "bc", "ac", "def", "de", "ef", "df"), OPTIONS);

        assertThat(new FactorRecommender(model)
                        .recommend(Query.top(2, Sets.liked("d")))
                        .items())
                .containsExactlyInAnyOrder("e", "f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc"})
    void tinyDataGivesNumbers(String user) {
        var model = LightGcn.train(Sets.ofLetters(3, user), OPTIONS);

        assertThat(model.score(Sets.liked("ac"))).hasSize(3).doesNotContain(Double.NaN);
        assertThat(model.score(Sets.liked(""))).containsExactly(0, 0, 0);
        assertThat(LightGcn.train(Sets.ofLetters(0), OPTIONS).score(Sets.liked("")))
                .isEmpty();
    }

    @Test
    void optionsAreCheckedAndNamedAndDivergenceIsReported() {
        assertThat(LightGcn.train(Sets.ofLetters(2, "ab"), OPTIONS).parameters())
                .isEqualTo("factors=8 layers=2 rate=0.01 reg=0.001 batch=256 epochs=15 seed=3");
        assertThatThrownBy(() -> new LightGcnOptions(0, 1, 1, 1, 1, 1, 1)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> new LightGcnOptions(1, 0, 1, 1, 1, 1, 1)).hasMessageContaining("got 0, 1 and 1");
        assertThatThrownBy(() -> new LightGcnOptions(1, 1, Double.NaN, 1, 1, 1, 1))
                .hasMessageContaining("got NaN");
        assertThatThrownBy(() -> new LightGcnOptions(1, 1, 1, -1, 1, 1, 1)).hasMessageContaining("got -1.0");
        assertThatThrownBy(() -> LightGcn.train(Sets.random(30, 20, 4), new LightGcnOptions(8, 2, 1e38, 1, 64, 20, 1)))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("LightGCN diverged in epoch");
    }

    /// The loss of a batch is a sum in [LightGcnTraining#gradient]; its gradient is of the mean.
    private static double slope(LightGcnTraining training, Factors start, int at, int[] batch, int[] negatives) {
        float before = start.data()[at];
        start.data()[at] = before + 0.01f;
        double above = training.gradient(batch, negatives);
        start.data()[at] = before - 0.01f;
        double below = training.gradient(batch, negatives);
        start.data()[at] = before;
        return (above - below) / 0.02 / batch.length;
    }
}
