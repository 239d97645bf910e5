package dev.sommelier.recommenders.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.recommenders.rating.RatingKnnOptions.Estimate;
import dev.sommelier.recommenders.rating.RatingKnnOptions.Side;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Predictions worked out by hand.
class RatingKnnTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final RatingKnnOptions USER = RatingKnnOptions.of(Side.USER);

    private final RatingMatrix matrix = RatingFixtures.matrix(
            5,
            RatingFixtures.rated("u1", "a5 b3 d4"),
            RatingFixtures.rated("u2", "a3 b3 d1"),
            RatingFixtures.rated("u3", "c2"));

    @Test
    void usersAreWeighedByTheirMeanSquaredDifference() {
        // to a5 b3: u1 differs by 0, similarity 1; u2 by (4 + 0) / 2, similarity 1/3
        var prediction = RatingKnn.train(matrix, USER).estimate(RatingFixtures.rated("x", "a5 b3"), "d");

        assertThat(prediction.value()).isCloseTo((4 + 1.0 / 3) / (1 + 1.0 / 3), EXACT);
        assertThat(prediction.basis()).isEqualTo(Basis.MODEL);
    }

    @Test
    void theCentredEstimateAddsDeviationsToTheMean() {
        // u1's mean is 4, u2's 7/3, x's 4
        var knn = RatingKnn.train(matrix, USER.with(Estimate.CENTRED));

        assertThat(knn.predict(RatingFixtures.rated("x", "a5 b3"), "d"))
                .isCloseTo(4 + (0 + (1 - 7.0 / 3) / 3) / (1 + 1.0 / 3), EXACT);
    }

    @Test
    void theZScoreEstimateScalesByDeviations() {
        // deviations: u1 sqrt(2/3), u2 sqrt(8/9), x 1
        var knn = RatingKnn.train(matrix, USER.with(Estimate.Z_SCORE));

        assertThat(knn.predict(RatingFixtures.rated("x", "a5 b3"), "d"))
                .isCloseTo(4 + (1 - 7.0 / 3) / Math.sqrt(8.0 / 9) / 3 / (1 + 1.0 / 3), EXACT);
    }

    @Test
    void equallySimilarNeighboursAreTakenInOrderOfRows() {
        var twins = RatingFixtures.matrix(2, RatingFixtures.rated("u1", "a5 b1"), RatingFixtures.rated("u2", "a5 b4"));
        var history = RatingFixtures.rated("x", "a5");

        assertThat(RatingKnn.train(twins, USER.withNeighbours(1, 1)).predict(history, "b"))
                .isCloseTo(1, EXACT);
    }

    @Test
    void lensKitsCosineHasNormsOverAllRatings() {
        // centred: a of u1 +1 and u2 2/3, b -1 and 2/3, d 0 and -4/3; x a +1, b -1: cosine with u1 1, with u2 0
        var knn = RatingKnn.train(matrix, RatingKnnOptions.lensKitUserUser());

        assertThat(knn.predict(RatingFixtures.rated("x", "a5 b3"), "d")).isCloseTo(4, EXACT);
    }

    @Test
    void withTooFewNeighboursTheStatedFallbackIsNamed() {
        var history = RatingFixtures.rated("x", "a5 b3");
        var item = RatingKnnOptions.of(Side.ITEM);

        assertThat(RatingKnn.train(matrix, USER).estimate(history, "c").basis()).isEqualTo(Basis.GLOBAL_MEAN);
        assertThat(RatingKnn.train(matrix, USER.with(Estimate.CENTRED)).estimate(history, "c"))
                .isEqualTo(new RatingPrediction(4, Basis.USER_MEAN));
        assertThat(RatingKnn.train(matrix, item.with(Estimate.CENTRED)).estimate(history, "c"))
                .isEqualTo(new RatingPrediction(2, Basis.ITEM_MEAN));
        assertThat(RatingKnn.train(matrix, USER.with(Estimate.BASELINE))
                        .estimate(history, "c")
                        .basis())
                .isEqualTo(Basis.BIASES);
    }

    @Test
    void unknownUserAndItemFallBackByTheBaselinesChain() {
        var knn = RatingKnn.train(matrix, USER.with(Estimate.BASELINE));

        assertThat(knn.estimate(RatingFixtures.NOBODY, "a").basis()).isEqualTo(Basis.ITEM_BIAS);
        assertThat(knn.estimate(RatingFixtures.rated("x", "a5"), "e").basis()).isEqualTo(Basis.USER_BIAS);
        assertThat(knn.estimate(RatingFixtures.NOBODY, "e"))
                .isEqualTo(new RatingPrediction(matrix.mean(), Basis.GLOBAL_MEAN));
    }

    @Test
    void aUserIsNeverTheirOwnNeighbour() {
        var knn = RatingKnn.train(matrix, USER);

        assertThat(knn.predict(RatingFixtures.rated("u1", "a5 b3"), "d")).isCloseTo(1, EXACT);
    }

    @Test
    void optionsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> USER.withNeighbours(3, 2)).hasMessageContaining("got min 3 and max 2");
        assertThatThrownBy(() -> USER.withMinSupport(0)).hasMessageContaining("minimum support at least 1");
        assertThatThrownBy(() -> USER.withShrinkage(Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void parametersNameWhatMattersOnly() {
        assertThat(RatingKnn.train(matrix, USER).parameters()).isEqualTo("basic similarity=msd neighbours=1..40");
        assertThat(RatingKnn.train(
                                matrix,
                                RatingKnnOptions.of(Side.ITEM)
                                        .with(Estimate.BASELINE)
                                        .with(RatingSimilarity.PEARSON_BASELINE))
                        .parameters())
                .isEqualTo("baseline similarity=pearson baseline neighbours=1..40 shrinkage=100"
                        + " als epochs=10 user damping=15 item damping=10");
    }
}
