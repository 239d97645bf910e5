package dev.sommelier.evaluation.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankCorrelationTest {
    private static final double[] REFERENCE = {4, 3, 2, 1};
    private static final double[] SWAPPED_TOP = {3, 4, 2, 1};
    private static final double[] SWAPPED_END = {4, 3, 1, 2};

    @Test
    void tauBCountsPairsAndDropsTies() {
        assertThat(new KendallTauB().of(REFERENCE, SWAPPED_TOP)).isCloseTo(4 / 6.0, within(1e-12));
        // 1 1 2 against 1 2 2: pairs (tie, -), (+, +), (+, tie): 1 / sqrt(2 * 2)
        assertThat(new KendallTauB().of(new double[] {1, 1, 2}, new double[] {1, 2, 2}))
                .isCloseTo(0.5, within(1e-12));
        assertThat(new KendallTauB().of(new double[] {1, 1}, new double[] {1, 2}))
                .isNaN();
    }

    @Test
    void tauBByMergeSortIsThatOfAllPairs() {
        for (int seed = 0; seed < 50; seed++) {
            var random = new SplittableRandom(seed);
            int n = random.nextInt(2, 40);
            var first = random.doubles(n).map(v -> Math.floor(v * 8)).toArray();
            var second = random.doubles(n).map(v -> Math.floor(v * 8)).toArray();
            double difference = 0;
            double untiedFirst = 0;
            double untiedSecond = 0;
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    double a = Math.signum(first[i] - first[j]);
                    double b = Math.signum(second[i] - second[j]);
                    difference += a * b;
                    untiedFirst += a * a;
                    untiedSecond += b * b;
                }
            }
            double expected = difference / Math.sqrt(untiedFirst * untiedSecond);
            if (untiedFirst > 0 && untiedSecond > 0) {
                assertThat(new KendallTauB().of(first, second))
                        .as("seed %d", seed)
                        .isCloseTo(expected, within(1e-12));
            }
        }
    }

    @Test
    void tauApPunishesASwapAtTheTopMoreThanOneAtTheEnd() {
        // C(i)/(i-1): 0/1, 2/2, 3/3 and 1/1, 2/2, 2/3
        assertThat(new TauAp().of(REFERENCE, SWAPPED_TOP)).isCloseTo(2 / 3.0 * 2 - 1, within(1e-12));
        assertThat(new TauAp().of(REFERENCE, SWAPPED_END)).isCloseTo(2 / 3.0 * (8 / 3.0) - 1, within(1e-12));
    }

    @Test
    void spearmanUsesMeanRanks() {
        // no ties: 1 - 6 * 2 / (4 * 15)
        assertThat(new SpearmanRho().of(REFERENCE, SWAPPED_TOP)).isCloseTo(0.8, within(1e-12));
        // ranks 1.5 1.5 3 and 1 2.5 2.5 centred: .75 / 1.5
        assertThat(new SpearmanRho().of(new double[] {1, 1, 2}, new double[] {1, 2, 2}))
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void pearsonIsOneForALine() {
        assertThat(new PearsonR().of(new double[] {1, 2, 4}, new double[] {3, 5, 9}))
                .isCloseTo(1, within(1e-12));
        assertThat(new PearsonR().of(new double[] {1, 2, 3}, new double[] {1, 3, 2}))
                .isCloseTo(0.5, within(1e-12));
        assertThat(new PearsonR().of(new double[] {1, 1}, new double[] {1, 2})).isNaN();
    }

    @Test
    void overlapIsExtrapolatedFromTheLastDepth() {
        // agreement at depths 1 to 4: 0, 1, 1, 1; p = .5: .0625 + (0 + .25 + .125 + .0625)
        assertThat(new RankBiasedOverlap(0.5).of(REFERENCE, SWAPPED_TOP)).isCloseTo(0.5, within(1e-12));
        assertThat(new RankBiasedOverlap(0.9).of(REFERENCE, REFERENCE)).isCloseTo(1, within(1e-12));
    }

    @Test
    void equalScoresAreOrderedByPosition() {
        assertThat(Orders.descending(new double[] {1, 2, 2, 0})).containsExactly(1, 2, 0, 3);
        assertThat(Orders.ranks(new double[] {1, 2, 2, 0})).containsExactly(3, 1, 2, 4);
        assertThat(Orders.best(new double[] {1, 2, 2, 0}, 2)).containsExactly(1, 2);
        assertThat(Orders.largestRankChange(REFERENCE, new double[] {1, 4, 3, 2}))
                .isEqualTo(3);
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> new TauAp().of(new double[] {1}, new double[] {1, 2}))
                .hasMessageContaining("got 1 and 2");
        assertThatThrownBy(() -> new PearsonR().of(new double[] {Double.NaN}, new double[] {1}))
                .hasMessageContaining("number 0 is NaN");
        assertThatThrownBy(() -> new RankBiasedOverlap(1)).hasMessageContaining("got 1.0");
    }
}
