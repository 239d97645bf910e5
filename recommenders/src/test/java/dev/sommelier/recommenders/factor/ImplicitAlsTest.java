package dev.sommelier.recommenders.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImplicitAlsTest {
    @Test
    void aHistoryIsAtTheMinimumOfItsLoss() {
        // one factor: with the item vectors y, x = (1 + alpha) y(a) / (sum y^2 + reg + alpha y(a)^2)
        var als = ImplicitAls.train(Sets.ofLetters(3, "ab", "ab", "bc"), new AlsOptions(1, 0.5, 3, 20, 2));
        double ya = als.itemFactors().row(0)[0];
        double yb = als.itemFactors().row(1)[0];
        double yc = als.itemFactors().row(2)[0];
        double x = 4 * ya / (ya * ya + yb * yb + yc * yc + 0.5 + 3 * ya * ya);

        assertThat(als.score(Sets.liked("a"))).containsExactly(new double[] {x * ya, x * yb, x * yc}, within(1e-6));
    }

    @Test
    void twoGroupsOfUsersAreToldApart() {
        var als = ImplicitAls.train(
                Sets.ofLetters(6, "abc", "ab", "bc", "def", "de", "ef"), new AlsOptions(2, 0.1, 10, 15, 3));

        var list = new FactorRecommender(als).recommend(Query.top(2, Sets.liked("d")));

        assertThat(list.items()).containsExactlyInAnyOrder("e", "f");
    }

    @Test
    void foldingInATrainedUserIsOneMoreHalfStep() {
        var train = Sets.random(120, 60, 5);
        var options = new AlsOptions(12, 0.3, 4, 3, 9);
        var training = AlsTraining.start(Contacts.of(train), options);
        for (int i = 0; i < 3; i++) {
            training.iterate();
        }
        training.solveUsers();
        var als = ImplicitAls.train(train, options);

        for (int u = 0; u < train.histories().size(); u++) {
            assertThat(als.userVector(train.histories().get(u)))
                    .as("user " + u)
                    .containsExactly(training.users().row(u));
        }
    }

    @Test
    void aModelFromItsItemVectorsIsTheSame() {
        var train = Sets.random(40, 30, 5);
        var options = AlsOptions.defaults(1);
        var als = ImplicitAls.train(train, options);
        var again = ImplicitAls.of(train.catalog(), options, als.itemFactors());
        var history = train.histories().get(2);

        assertThat(again.score(history)).containsExactly(als.score(history));
        assertThatThrownBy(() -> ImplicitAls.of(train.catalog(), new AlsOptions(3, 1, 1, 1, 1), als.itemFactors()))
                .hasMessage("vectors must have 3 factors, got 64");
        assertThatThrownBy(() -> ImplicitAls.of(Sets.ofLetters(2).catalog(), options, als.itemFactors()))
                .hasMessage("a catalogue of 2 items needs as many vectors, got 30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc"})
    void tinyDataGivesNumbers(String user) {
        for (var solver : new AlsSolver[] {new AlsSolver.Cholesky(), new AlsSolver.ConjugateGradient(3)}) {
            var als = ImplicitAls.train(
                    Sets.ofLetters(3, user), AlsOptions.defaults(1).with(solver));

            assertThat(als.score(Sets.liked("ac"))).hasSize(3).doesNotContain(Double.NaN);
            assertThat(als.score(Sets.liked(""))).containsExactly(0, 0, 0);
        }
    }

    @Test
    void nobodyAndNothingGiveEmptyLists() {
        var nobody = ImplicitAls.train(Sets.ofLetters(2), AlsOptions.defaults(1));
        var nothing = ImplicitAls.train(Sets.ofLetters(0, "", ""), AlsOptions.defaults(1));

        assertThat(nobody.score(Sets.liked("a"))).containsExactly(0, 0);
        assertThat(new FactorRecommender(nothing)
                        .recommend(Query.top(5, Sets.liked("")))
                        .items())
                .isEmpty();
    }

    @Test
    void parametersNameAllOptions() {
        var train = Sets.ofLetters(3, "ab", "bc");
        var options = AlsOptions.defaults(7);
        var scaled = options.with(Regularization.scaled(0.003, 0.5, 0.9)).with(new AlsSolver.ConjugateGradient(3));

        assertThat(ImplicitAls.train(train, options).parameters())
                .isEqualTo("factors=64 reg=1 alpha=4 iterations=15 solver=cholesky seed=7");
        assertThat(ImplicitAls.train(train, scaled).parameters())
                .isEqualTo("factors=64 reg=0.003 alpha0=0.5 nu=0.9 alpha=4 iterations=15 solver=cg3 seed=7");
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new AlsOptions(0, 1, 1, 15, 1)).hasMessage("factors must be from 1 to 4096, got 0");
        assertThatThrownBy(() -> new AlsOptions(8, 0, 1, 15, 1)).hasMessageContaining("got 0.0");
        assertThatThrownBy(() -> new AlsOptions(8, Double.NaN, 1, 15, 1)).hasMessageContaining("got NaN");
        assertThatThrownBy(() -> new AlsOptions(8, 1, Double.POSITIVE_INFINITY, 15, 1))
                .hasMessageContaining("got Infinity");
        assertThatThrownBy(() -> Regularization.scaled(1, -1, 0)).hasMessageContaining("got -1.0 and 0.0");
        assertThatThrownBy(() -> new AlsSolver.ConjugateGradient(0)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> new AlsOptions(8, 1, 1, 0, 1)).hasMessage("iterations must be at least 1, got 0");
        assertThatThrownBy(() -> Factors.zeros(1_000_000, 4096)).hasMessageContaining("take fewer factors");
    }
}
