package dev.sommelier.recommenders.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.History;
import dev.sommelier.core.RatingScale;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TrainingSet;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Predictions worked out by hand.
class RatingPredictorsTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final History NOBODY = new History("new", List.of());

    /// Mean 3.5; without damping b(a) = 1, b(b) = -1, b(c) = 0.
    private final TrainingSet train = RatingFixtures.training(
            4,
            RatingFixtures.rated("u1", "a5 b3"),
            RatingFixtures.rated("u2", "a4 b2"),
            RatingFixtures.rated("u3", "c3.5"));

    @Test
    void theGlobalMeanIsTheMeanOfAllRatings() {
        assertThat(GlobalMean.train(train).predict(NOBODY, "d")).isCloseTo(3.5, EXACT);
    }

    @Test
    void theBiasAddsWhatItemAndHistoryDeviate() {
        var bias = DampedBias.train(train, 0);

        assertThat(bias.predict(NOBODY, "a")).isCloseTo(4.5, EXACT);
        assertThat(bias.predict(NOBODY, "d")).isCloseTo(3.5, EXACT);
        // residuals of the history: 5 - 4.5 and 3 - 2.5
        assertThat(bias.predict(RatingFixtures.rated("x", "a5 b3"), "c")).isCloseTo(4, EXACT);
    }

    @Test
    void dampingDrawsBothBiasesToZero() {
        // b(a) = 2/(2+2), b(u) = (5 - 3.5 - .5)/(1+1)
        var bias = DampedBias.train(train, 2, 1);

        assertThat(bias.predict(RatingFixtures.rated("x", "a5"), "a")).isCloseTo(3.5 + 0.5 + 0.5, EXACT);
        assertThat(bias.parameters()).isEqualTo("item damping=2 user damping=1");
        assertThat(DampedBias.train(train, 5).parameters()).isEqualTo("damping=5");
    }

    @Test
    void itemKnnAddsTheNeighboursResiduals() {
        var ratings = RatingFixtures.training(
                3,
                RatingFixtures.rated("u1", "a5 b5 c2"),
                RatingFixtures.rated("u2", "a1 b1 c4"),
                RatingFixtures.rated("u3", "a3 b3 c3"));
        // mean 3, all item biases 0; user biases u1 1, u2 -1, u3 0
        // residuals u1: a 1, b 1, c -2; u2: a -1, b -1, c 2; u3: 0. corr(a,b) = 1, corr(a,c) = corr(b,c) = -1
        var knn = ItemKnnRating.train(ratings, new ItemKnnRatingOptions(5, 1, 0, 0));

        // history b5 c2: user bias .5, residual of b 1.5; c is negatively related and is left out
        assertThat(knn.predict(RatingFixtures.rated("x", "b5 c2"), "a")).isCloseTo(3 + 0.5 + 1.5, EXACT);
    }

    @Test
    void itemKnnWeighsNeighboursByShrunkSimilarity() {
        // a and b share users 1 and 2, a and c user 1 only; all items have bias 0, users too
        var ratings = RatingFixtures.training(
                5,
                RatingFixtures.rated("u1", "a4 b4 c4 d1 e2"),
                RatingFixtures.rated("u2", "a2 b2 d5 e3"),
                RatingFixtures.rated("u3", "c2 d3 e4"));
        var knn = ItemKnnRating.train(ratings, new ItemKnnRatingOptions(2, 1, 2, 0));

        // means: mu 3; every item mean 3; every user mean 3: residuals are ratings minus 3
        // sim(a,b) = 1 * 2/(2+2) = 1/2, sim(a,c) = 1 * 1/(1+2) = 1/3
        // history b5 c1: user bias 0, residuals 2 and -2: 3 + (2/2 - 2/3) / (1/2 + 1/3) = 3.4
        assertThat(knn.predict(RatingFixtures.rated("x", "b5 c1"), "a")).isCloseTo(3.4, EXACT);
        // only the nearest: 3 + 2
        var nearest = ItemKnnRating.train(ratings, new ItemKnnRatingOptions(1, 1, 2, 0));
        assertThat(nearest.predict(RatingFixtures.rated("x", "b5 c1"), "a")).isCloseTo(5, EXACT);
    }

    @Test
    void itemKnnFallsBackToTheBiasWithTooFewNeighbours() {
        var knn = ItemKnnRating.train(train, new ItemKnnRatingOptions(5, 3, 0, 0));
        var history = RatingFixtures.rated("x", "a5 b3");

        assertThat(knn.predict(history, "c"))
                .isEqualTo(DampedBias.train(train, 0).predict(history, "c"));
        assertThat(knn.predict(NOBODY, "a")).isCloseTo(4.5, EXACT);
        assertThat(knn.parameters()).isEqualTo("neighbours=3..5 shrinkage=0 damping=0");
    }

    @Test
    void clippingKeepsPredictionsOnTheScale() {
        var clipped = new ClippedPredictor(GlobalMean.train(train), new RatingScale(0, 2, 1));

        assertThat(clipped.predict(NOBODY, "a")).isEqualTo(2);
        assertThat(clipped.name()).isEqualTo("Global mean");
        assertThat(clipped.parameters()).isEqualTo("clipped to 0..2");
    }

    @Test
    void anUnknownItemIsAnError() {
        for (var predictor :
                List.of(GlobalMean.train(train), DampedBias.train(train, 1), ItemKnnRating.train(train, 10, 10))) {
            assertThatThrownBy(() -> predictor.predict(NOBODY, "z"))
                    .as(predictor.name())
                    .hasMessage("item \"z\" is not in the catalogue");
        }
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> GlobalMean.train(RatingFixtures.training(2)))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("needs at least one training rating, got none; choose");
        assertThatThrownBy(() -> DampedBias.train(train, -1)).hasMessageContaining("dampings -1.0 and -1.0");
        assertThatThrownBy(() -> new ItemKnnRatingOptions(2, 3, 0, 0)).hasMessageContaining("got min 3 and max 2");
    }
}
