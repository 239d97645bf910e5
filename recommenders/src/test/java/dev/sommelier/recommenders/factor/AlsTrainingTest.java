package dev.sommelier.recommenders.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.sommelier.core.TrainingSet;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlsTrainingTest {
    private static final TrainingSet TRAIN = Sets.random(300, 150, 3);
    private static final Contacts CONTACTS = Contacts.of(TRAIN);

    static Stream<AlsOptions> options() {
        var exact = new AlsOptions(20, 0.5, 4, 6, 1);
        var gradient = exact.with(new AlsSolver.ConjugateGradient(3));
        return Stream.of(exact, gradient)
                .flatMap(one -> Stream.of(
                        one, one.with(Regularization.byCount(0.05)), one.with(Regularization.scaled(0.02, 0.1, 0.8))));
    }

    @ParameterizedTest
    @MethodSource("options")
    void everyHalfStepLowersTheLoss(AlsOptions options) {
        var training = AlsTraining.start(CONTACTS, options);
        training.solveUsers();
        double before = training.loss();
        for (int half = 0; half < 11; half++) {
            if (half % 2 == 0) {
                training.solveItems();
            } else {
                training.solveUsers();
            }
            double after = training.loss();
            assertThat(after).as("half step " + half).isLessThan(before);
            before = after;
        }
    }

    @ParameterizedTest
    @MethodSource("options")
    void theStatedLossIsTheOneOverAllPairs(AlsOptions options) {
        var training = AlsTraining.start(CONTACTS, options);
        training.iterate();
        double sum = 0;
        for (int u = 0; u < CONTACTS.users(); u++) {
            for (int i = 0; i < CONTACTS.items(); i++) {
                double score = dot(training.users().row(u), training.items().row(i));
                sum += CONTACTS.itemsOfUsers().contains(u, i)
                        ? (1 + options.alpha()) * (1 - score) * (1 - score)
                        : score * score;
            }
        }
        for (int u = 0; u < CONTACTS.users(); u++) {
            float[] x = training.users().row(u);
            sum += options.regularization().of(CONTACTS.itemsOfUsers().count(u), CONTACTS.items()) * dot(x, x);
        }
        for (int i = 0; i < CONTACTS.items(); i++) {
            float[] y = training.items().row(i);
            sum += options.regularization().of(CONTACTS.usersOfItems().count(i), CONTACTS.users()) * dot(y, y);
        }

        assertThat(training.loss()).isCloseTo(sum, withinPercentage(1e-3));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 20, 64, 200})
    void gradientStepsToConvergenceReachTheExactLoss(int factors) {
        var exact = AlsTraining.start(CONTACTS, new AlsOptions(factors, 0.5, 4, 5, 1));
        var gradient = AlsTraining.start(
                CONTACTS, new AlsOptions(factors, 0.5, 4, 5, 1).with(new AlsSolver.ConjugateGradient(factors + 20)));
        for (int i = 0; i < 5; i++) {
            exact.iterate();
            gradient.iterate();
        }

        assertThat(gradient.loss()).isCloseTo(exact.loss(), withinPercentage(0.01));
    }

    @ParameterizedTest
    @MethodSource("options")
    void threadsAndKernelsDoNotChangeABit(AlsOptions options) {
        float[] single = train(options, new ScalarKernels(), 1);

        assertThat(train(options, new ScalarKernels(), 4)).containsExactly(single);
        assertThat(train(options, Kernels.fastest(), 4)).containsExactly(single);
    }

    @Test
    void rowsThatAreGatheredAnewInEachPassGetTheSameBits() {
        var side = CONTACTS.usersOfItems();
        var users = Factors.random(CONTACTS.users(), 20, -0.5, 0.5, new SplittableRandom(5));
        var step = new HalfStep(users, new AlsOptions(20, 0.5, 4, 1, 1), Kernels.fastest());
        var kept = new float[32];
        var anew = new float[32];

        assertThat(side.count(0)).as("contacts of the first item").isGreaterThan(2 * 64);
        new GradientSolver(step, 3).solve(side.ids(), side.offsets()[0], side.count(0), kept, 0);
        new GradientSolver(step, 3, 1).solve(side.ids(), side.offsets()[0], side.count(0), anew, 0);

        assertThat(anew).containsExactly(kept);
        assertThat(kept[0]).isNotZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-30})
    void hardlyAnyRegularizationIsSolvedInDoublePrecision(double lambda) {
        var training =
                AlsTraining.start(Contacts.of(Sets.ofLetters(3, "ab", "ab", "bc")), new AlsOptions(8, lambda, 4, 9, 1));
        for (int i = 0; i < 9; i++) {
            training.iterate();
        }

        assertThat(training.users().finite() && training.items().finite()).isTrue();
        assertThat(dot(training.users().row(0), training.items().row(0))).isBetween(0.9, 1.1);
    }

    private static float[] train(AlsOptions options, Kernels kernels, int threads) {
        try (var pool = new ForkJoinPool(threads)) {
            return pool.submit(() -> {
                        var training = new AlsTraining(CONTACTS, options, kernels);
                        training.iterate();
                        training.iterate();
                        return training.items().data();
                    })
                    .join();
        }
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int f = 0; f < a.length; f++) {
            sum += (double) a[f] * b[f];
        }
        return sum;
    }
}
