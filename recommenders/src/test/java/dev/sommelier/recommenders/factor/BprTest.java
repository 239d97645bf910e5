package dev.sommelier.recommenders.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.History;
import dev.sommelier.core.Query;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TrainingSet;
import java.util.Arrays;
import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BprTest {
    private static final BprOptions OPTIONS = new BprOptions(8, 0.05, 0.01, 40, 3);

    @Test
    void oneStepIsTheGradientOfTheLoss() {
        // one factor and the bias; difference .5 (.4 - .1) + .2 - .6 = -.25
        var options = new BprOptions(1, 0.1, 0.2, 1, 1);
        var users = new float[16];
        var items = new float[32];
        users[0] = 0.5f;
        users[1] = 1;
        items[0] = 0.4f;
        items[1] = 0.2f;
        items[16] = 0.1f;
        items[17] = 0.6f;
        double step = 0.1 / (1 + Math.exp(-0.25));

        var mover = new BprStep(options, 1, 16, RowKernels.fastest());
        mover.take(users, 0);
        mover.move(items, 0, 16, true);
        mover.release(users, 0);

        assertThat(users[0]).isCloseTo((float) (0.98 * 0.5 + step * 0.3), within(1e-7f));
        assertThat(users[1]).isEqualTo(1);
        assertThat(items[0]).isCloseTo((float) (0.98 * 0.4 + step * 0.5), within(1e-7f));
        assertThat(items[1]).isCloseTo((float) (0.98 * 0.2 + step), within(1e-7f));
        assertThat(items[16]).isCloseTo((float) (0.98 * 0.1 - step * 0.5), within(1e-7f));
        assertThat(items[17]).isCloseTo((float) (0.98 * 0.6 - step), within(1e-7f));
    }

    @Test
    void contactsRiseAboveTheRestWhileTraining() {
        var train = Sets.random(200, 130, 4);
        var contacts = Contacts.of(train);
        var training = BprTraining.start(contacts, OPTIONS);
        double before = share(training, contacts);
        for (int i = 0; i < 40; i++) {
            training.iterate();
        }

        assertThat(before).isBetween(0.4, 0.6);
        assertThat(share(training, contacts)).isGreaterThan(0.85);
    }

    @Test
    void threadsDoNotChangeABit() {
        var train = Sets.random(300, 200, 4);

        assertThat(on(4, train)).containsExactly(on(1, train));
    }

    @Test
    void everyContactIsDealtOnceIntoTheCellOfItsBlocks() {
        var contacts = Contacts.of(Sets.random(300, 200, 4));
        var strata = new Strata(contacts);
        strata.deal(new SplittableRandom(1));
        int blocks = strata.blocks();
        var blockOfUser = new int[contacts.users()];
        var blockOfItem = new int[contacts.items()];
        var seen = new HashSet<Long>();

        assertThat(blocks).isEqualTo(3);
        for (int cell = 0; cell < blocks * blocks; cell++) {
            for (int at = strata.start(cell); at < strata.start(cell + 1); at++) {
                int user = strata.users()[at];
                int item = strata.items()[at];
                assertThat(contacts.itemsOfUsers().contains(user, item)).isTrue();
                assertThat(seen.add((long) user << 32 | item)).isTrue();
                // 0 is no block yet
                assertThat(blockOfUser[user]).isIn(0, 1 + cell / blocks);
                assertThat(blockOfItem[item]).isIn(0, 1 + cell % blocks);
                blockOfUser[user] = 1 + cell / blocks;
                blockOfItem[item] = 1 + cell % blocks;
            }
        }
        assertThat(seen).hasSize(contacts.size());
    }

    @Test
    void aTrainedUsersHistoryHasTheTrainedVectorAndAnyOtherIsFoldedIn() {
        var train = Sets.random(150, 80, 4);
        var training = BprTraining.start(Contacts.of(train), OPTIONS);
        for (int i = 0; i < 40; i++) {
            training.iterate();
        }
        var bpr = Bpr.train(train, OPTIONS);
        var history = train.histories().get(5);
        var events = history.events();

        assertThat(bpr.userVector(history)).containsExactly(training.users().row(5));
        assertThat(bpr.userVector(new History(history.user(), events.reversed())))
                .containsExactly(training.users().row(5));
        assertThat(bpr.userVector(new History("new", events)))
                .isNotEqualTo(training.users().row(5))
                .containsExactly(bpr.userVector(new History("other", events.reversed())));
        assertThat(bpr.userVector(new History(history.user(), events.subList(1, events.size()))))
                .isNotEqualTo(training.users().row(5));
    }

    @Test
    void twoGroupsOfUsersAreToldApartForNewUsersToo() {
        var bpr = Bpr.train(
                Sets.ofLetters(6, "abc", "ab", "bc", "ac", "def", "de", "ef", "df"),
                new BprOptions(4, 0.1, 0.001, 300, 2));

        assertThat(new FactorRecommender(bpr)
                        .recommend(Query.top(2, Sets.liked("d")))
                        .items())
                .containsExactlyInAnyOrder("e", "f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc"})
    void tinyDataGivesNumbers(String user) {
        var bpr = Bpr.train(Sets.ofLetters(3, user), OPTIONS);

        assertThat(bpr.score(Sets.liked("ac"))).hasSize(3).doesNotContain(Double.NaN);
        assertThat(bpr.score(Sets.liked(""))).hasSize(3).doesNotContain(Double.NaN);
        assertThat(Bpr.train(Sets.ofLetters(0), OPTIONS).score(Sets.liked(""))).isEmpty();
    }

    @Test
    void aRunThatDivergesNamesTheEpochAndTheLearningRate() {
        var options = new BprOptions(8, 1e6, 1, 50, 3);

        assertThatThrownBy(() -> Bpr.train(Sets.random(60, 40, 4), options))
                .isInstanceOf(SommelierException.class)
                .hasMessageMatching("BPR diverged in epoch \\d+ at learning rate 1000000.0; take a smaller .*");
    }

    @Test
    void optionsAreCheckedAndNamed() {
        assertThat(Bpr.train(Sets.ofLetters(2, "ab"), BprOptions.defaults(7)).parameters())
                .isEqualTo("factors=64 rate=0.05 reg=0.01 epochs=100 seed=7");
        assertThatThrownBy(() -> new BprOptions(0, 1, 1, 1, 1)).hasMessage("factors must be from 1 to 4095, got 0");
        assertThatThrownBy(() -> new BprOptions(8, Double.NaN, 1, 1, 1)).hasMessageContaining("got NaN");
        assertThatThrownBy(() -> new BprOptions(8, 1, -1, 1, 1)).hasMessageContaining("got -1.0");
        assertThatThrownBy(() -> new BprOptions(8, 1, 1, 0, 1)).hasMessageContaining("got 0");
    }

    private static float[] on(int threads, TrainingSet train) {
        try (var pool = new ForkJoinPool(threads)) {
            return pool.submit(() -> Bpr.train(train, OPTIONS).itemFactors().data())
                    .join();
        }
    }

    /// The share of pairs of a contact and a non-contact of the same user in which the contact scores higher.
    private static double share(BprTraining training, Contacts contacts) {
        int right = 0;
        int all = 0;
        for (int user = 0; user < contacts.users(); user++) {
            var scores = ItemScan.of(training.items(), new ScalarKernels())
                    .scores(Arrays.copyOf(
                            training.users().row(user), training.users().stride()));
            for (int i = 0; i < contacts.items(); i++) {
                for (int j = 0; j < contacts.items() && contacts.itemsOfUsers().contains(user, i); j++) {
                    if (!contacts.itemsOfUsers().contains(user, j)) {
                        all++;
                        right += scores[i] > scores[j] ? 1 : 0;
                    }
                }
            }
        }
        return (double) right / all;
    }
}
