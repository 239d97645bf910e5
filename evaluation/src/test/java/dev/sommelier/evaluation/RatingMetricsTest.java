package dev.sommelier.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RatingMetricsTest {
    private static final double EXACT = 1e-12;

    private final double[] truth = {5, 3, 4, 1};
    private final double[] predicted = {4, 3.5, 4, 3};

    @Test
    void rmseIsTheRootOfTheMeanSquaredError() {
        // (1 + 0.25 + 0 + 4) / 4 = 1.3125
        assertThat(Rmse.of(truth, predicted)).isCloseTo(1.145643923738960, within(EXACT));
    }

    @Test
    void maeIsTheMeanAbsoluteError() {
        assertThat(Mae.of(truth, predicted)).isCloseTo(0.875, within(EXACT));
    }

    @Test
    void tiesCountHalfInAuc() {
        // positives 5 and 4, both predicted 4; negatives 3.5 and 3: all four pairs in order
        assertThat(Auc.of(truth, predicted, 4)).hasValue(1);
        // positives .5 .7, negatives .5 .6: one tie, one reversed, two in order
        assertThat(Auc.of(new double[] {1, 1, 0, 0}, new double[] {.5, .7, .5, .6}, 1))
                .hasValue(0.625);
        assertThat(Auc.of(new double[] {1, 0}, new double[] {2, 2}, 1)).hasValue(0.5);
    }

    @Test
    void aucIsUndefinedWithOneClass() {
        assertThat(Auc.of(truth, predicted, 1)).isEmpty();
        assertThat(Auc.of(truth, predicted, 6)).isEmpty();
    }

    @Test
    void aucEqualsCountingAllPairs() {
        var random = new SplittableRandom(11);
        var labels = random.ints(200, 0, 2).asDoubleStream().toArray();
        var scores = random.ints(200, 0, 15).asDoubleStream().toArray();
        double sum = 0;
        double pairs = 0;
        for (int p = 0; p < labels.length; p++) {
            for (int n = 0; n < labels.length; n++) {
                if (labels[p] == 1 && labels[n] == 0) {
                    pairs++;
                    sum += scores[p] > scores[n] ? 1 : scores[p] == scores[n] ? 0.5 : 0;
                }
            }
        }

        assertThat(Auc.of(labels, scores, 1).orElseThrow()).as("seed 11").isCloseTo(sum / pairs, within(EXACT));
    }

    @Test
    void pairsThatAreNoPairsAreRefused() {
        assertThatThrownBy(() -> Rmse.of(truth, Arrays.copyOf(predicted, 3)))
                .hasMessage("pairs need equal numbers of values, got 4 and 3");
        assertThatThrownBy(() -> Mae.of(new double[0], new double[0])).hasMessageContaining("undefined");
        assertThatThrownBy(() -> Auc.of(truth, new double[] {1, 2, Double.NaN, 4}, 4))
                .hasMessage("second values must be finite: number 2 is NaN");
    }
}
