package dev.sommelier.recommenders.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.SommelierException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FactorModelsTest {
    private final RatingMatrix random = RatingFixtures.random(30, 20, 3);

    @Test
    void svdPlusPlusDoesTheSameStepsAsTheTextbookLoop() {
        var options = SgdOptions.svdPlusPlus(11).withFactors(5).withEpochs(4);
        var model = SvdPlusPlus.train(random, options);
        var textbook = new TextbookSvdPlusPlus(random, options);

        for (int user = 0; user < random.users().size(); user++) {
            var profile = model.profile(random.history(user));
            for (int item = 0; item < random.catalog().size(); item++) {
                assertThat(profile.predict(item).value())
                        .as("seed 11, user %s, item %s", user, item)
                        .isCloseTo(textbook.predict(user, item), within(1e-9));
            }
        }
    }

    @Test
    void slopeOneIsTheMeanPlusTheMeanDifference() {
        var matrix = RatingFixtures.matrix(
                4,
                RatingFixtures.rated("u1", "a5 b3 c2"),
                RatingFixtures.rated("u2", "a3 b4"),
                RatingFixtures.rated("u3", "b2 c5"));

        // dev(a, b) = (2 - 1) / 2, dev(a, c) = 3; mean of b2 c4 is 3
        var prediction = SlopeOne.train(matrix).estimate(RatingFixtures.rated("x", "b2 c4"), "a");
        assertThat(prediction.value()).isCloseTo(3 + (0.5 + 3) / 2, within(1e-12));
        // nobody rated d, and a history of d alone says nothing of a
        assertThat(SlopeOne.train(matrix).estimate(RatingFixtures.rated("x", "d4"), "a"))
                .isEqualTo(new RatingPrediction(4, Basis.USER_MEAN));
    }

    @Test
    void aDivergingDescentTellsStepAndLearningRate() {
        assertThatThrownBy(() -> Svd.train(random, SgdOptions.svd(1).withLearningRate(5)))
                .isInstanceOf(SommelierException.class)
                .hasMessageMatching("SVD diverges at step \\d+ of epoch \\d+: .* with learning rate 5.0; choose a"
                        + " smaller learning rate, such as 0.5.");
        assertThatThrownBy(() -> Pmf.train(random, SgdOptions.svd(1).withLearningRate(5)))
                .hasMessageContaining("PMF diverges at step");
        assertThatThrownBy(() ->
                        SvdPlusPlus.train(random, SgdOptions.svdPlusPlus(1).withLearningRate(5)))
                .hasMessageContaining("SVD++ diverges at step");
        assertThatThrownBy(() -> Baseline.train(random, new BaselineOptions.Sgd(200, 5, 0.02)))
                .hasMessageContaining("Baseline diverges at step");
    }

    @Test
    void moreFactorsThanItemsAreAllowed() {
        var model = Svd.train(random, SgdOptions.svd(1).withFactors(50));

        assertThat(model.predict(random.history(0), "i0")).isBetween(0.0, 6.0);
    }

    @Test
    void anotherSeedGivesAnotherModelAndTheSameSeedTheSame() {
        var history = random.history(0);
        double first = Svd.train(random, SgdOptions.svd(1)).predict(history, "i0");

        assertThat(Svd.train(random, SgdOptions.svd(1)).predict(history, "i0")).isEqualTo(first);
        assertThat(Svd.train(random, SgdOptions.svd(2)).predict(history, "i0")).isNotEqualTo(first);
    }

    @Test
    void nmfRefusesNegativeRatings() {
        var negative = RatingFixtures.matrix(2, RatingFixtures.rated("u", "a-1 b2"));

        assertThatThrownBy(() -> Nmf.train(negative, NmfOptions.defaults(1)))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("at least 0, got -1.0");
    }

    @Test
    void optionsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> SgdOptions.svd(1).withFactors(0)).hasMessageContaining("got 0 and 20");
        assertThatThrownBy(() -> SgdOptions.svd(1).withLearningRate(Double.NaN)).hasMessageContaining("got NaN");
        assertThatThrownBy(() -> new NmfOptions(1, 0, 0, 1)).hasMessageContaining("got 1, 0 and 0.0");
    }

    /// SVD++ as the paper states it: every step changes the vectors of all of the user's items.
    private static final class TextbookSvdPlusPlus {
        private final RatingMatrix matrix;
        private final double[] bu;
        private final double[] bi;
        private final double[][] p;
        private final double[][] q;
        private final double[][] y;

        TextbookSvdPlusPlus(RatingMatrix matrix, SgdOptions options) {
            this.matrix = matrix;
            int factors = options.factors();
            bu = new double[matrix.users().size()];
            bi = new double[matrix.catalog().size()];
            var start = new SplittableRandom(options.seed());
            p = Vectors.normal(start, bu.length, factors, options.initialDeviation());
            q = Vectors.normal(start, bi.length, factors, options.initialDeviation());
            y = Vectors.normal(start, bi.length, factors, options.initialDeviation());
            for (int epoch = 0; epoch < options.epochs(); epoch++) {
                for (int user = 0; user < bu.length; user++) {
                    for (int n = matrix.byUser().start(user);
                            n < matrix.byUser().end(user);
                            n++) {
                        step(user, matrix.byUser().column(n), matrix.byUser().value(n), options);
                    }
                }
            }
        }

        private void step(int user, int item, double rating, SgdOptions options) {
            double rate = options.learningRate();
            double regularization = options.regularization();
            var part = part(user);
            double error = rating - predict(user, item);
            double root = Math.sqrt(matrix.byUser().size(user));
            bu[user] += rate * (error - regularization * bu[user]);
            bi[item] += rate * (error - regularization * bi[item]);
            for (int f = 0; f < part.length; f++) {
                double oldP = p[user][f];
                double oldQ = q[item][f];
                p[user][f] += rate * (error * oldQ - regularization * oldP);
                q[item][f] += rate * (error * (oldP + part[f]) - regularization * oldQ);
                for (int n = matrix.byUser().start(user); n < matrix.byUser().end(user); n++) {
                    double[] other = y[matrix.byUser().column(n)];
                    other[f] += rate * (error * oldQ / root - regularization * other[f]);
                }
            }
        }

        private double[] part(int user) {
            var part = new double[p[user].length];
            for (int n = matrix.byUser().start(user); n < matrix.byUser().end(user); n++) {
                for (int f = 0; f < part.length; f++) {
                    part[f] += y[matrix.byUser().column(n)][f]
                            / Math.sqrt(matrix.byUser().size(user));
                }
            }
            return part;
        }

        double predict(int user, int item) {
            var part = part(user);
            double sum = matrix.mean() + bu[user] + bi[item];
            for (int f = 0; f < part.length; f++) {
                sum += q[item][f] * (p[user][f] + part[f]);
            }
            return sum;
        }
    }
}
