package dev.sommelier.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    @Test
    void theMeanIsTheSamplesOwn() {
        var interval = Bootstrap.mean(new double[] {0, 1, 1, 0, 1}, 7);

        assertThat(interval.mean()).isCloseTo(0.6, within(1e-12));
        assertThat(interval.contains(0.6)).isTrue();
        assertThat(interval.n()).isEqualTo(5);
        assertThat(interval.confidence()).isEqualTo(0.95);
    }

    @Test
    void oneSeedGivesOneInterval() {
        var values = new SplittableRandom(3).doubles(50).toArray();

        assertThat(Bootstrap.mean(values, 500, 9)).isEqualTo(Bootstrap.mean(values, 500, 9));
        assertThat(Bootstrap.mean(values, 500, 9)).isNotEqualTo(Bootstrap.mean(values, 500, 10));
    }

    @Test
    void equalValuesHaveAnIntervalWithoutWidth() {
        assertThat(Bootstrap.mean(new double[] {2, 2, 2}, 100, 1)).isEqualTo(new Interval(2, 2, 2, 0.95, 3));
    }

    @Test
    void percentilesAreInterpolatedBetweenOrderStatistics() {
        // 0, 1, ..., 40 as the resampled values: 2.5 % of 40 steps is 1, 97.5 % is 39
        var calls = IntStream.iterate(0, i -> i + 1).iterator();
        var interval = Bootstrap.statistic(1, units -> calls.next(), 41, 1);

        assertThat(interval.low()).isCloseTo(1, within(1e-12));
        assertThat(interval.high()).isCloseTo(39, within(1e-12));
    }

    @Test
    void theIntervalAgreesWithTheNormalApproximation() {
        var values = new SplittableRandom(5).doubles(400).toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow();
        double half = 1.96 * Math.sqrt(variance / values.length);

        var interval = Bootstrap.mean(values, 4000, 5);

        assertThat(interval.low()).as("seed 5").isCloseTo(mean - half, within(half / 10));
        assertThat(interval.high()).as("seed 5").isCloseTo(mean + half, within(half / 10));
    }

    @Test
    void aPairedDifferenceIsNarrowerThanTheContendersApart() {
        var first = new SplittableRandom(1).doubles(100).toArray();
        var second = Arrays.stream(first).map(value -> value - 0.01).toArray();

        var difference = Bootstrap.difference(first, second, 1);

        assertThat(difference.low()).isCloseTo(0.01, within(1e-12));
        assertThat(difference.high()).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void aStatisticSeesTheWholeSampleForItsOwnValue() {
        double[] squares = {1, 4, 9};
        var interval = Bootstrap.statistic(
                3,
                units -> Math.sqrt(Arrays.stream(units)
                        .mapToDouble(u -> squares[u])
                        .average()
                        .orElseThrow()),
                50,
                2);

        assertThat(interval.mean()).isCloseTo(Math.sqrt(14 / 3.0), within(1e-12));
        assertThat(interval.low()).isBetween(1.0, interval.mean());
        assertThat(interval.high()).isBetween(interval.mean(), 3.0);
    }

    @Test
    void metricsThatShareTheDrawingHaveTheIntervalsThatTheyHaveAlone() {
        var random = new SplittableRandom(11);
        double[][] metrics = {
            random.doubles(37).toArray(),
            random.doubles(37).toArray(),
            random.doubles(37).toArray()
        };

        var together = Bootstrap.means(metrics, 300, 4);

        for (int m = 0; m < metrics.length; m++) {
            assertThat(together.get(m)).isEqualTo(Bootstrap.mean(metrics[m], 300, 4));
        }
        assertThat(Bootstrap.means(new double[0][], 300, 4)).isEmpty();
        assertThatThrownBy(() -> Bootstrap.means(new double[][] {{1, 2}, {1}}, 10, 1))
                .hasMessage("metrics need the same users, got 2 values and 1 for metric number 1");
    }

    @Test
    void aSeedGivesTheNumbersThatItAlwaysGave() {
        // Recorded results must stay what they are: these come from the first version of this class.
        double[] values = {0.1, 0.9, 0.4, 0.35, 0.7};

        assertThat(Bootstrap.mean(values, 1000, 42))
                .isEqualTo(new Interval(0.49000000000000005, 0.2697500000000002, 0.75, 0.95, 5));
    }

    @Test
    void resamplesWithoutAValueAreCountedAndLeftOut() {
        var distribution = Bootstrap.resample(
                        2, 1, (drawn, out) -> out[0] = drawn[0] == drawn[1] ? Double.NaN : 1, 400, 1)
                .getFirst();

        assertThat(distribution.undefined()).isBetween(150, 250);
        assertThat(distribution.value()).hasValue(1);
        var never = Bootstrap.resample(2, 1, (drawn, out) -> out[0] = Double.NaN, 10, 1)
                .getFirst();
        assertThat(never.interval()).isEmpty();
        assertThat(never.value()).isEmpty();
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> Bootstrap.mean(new double[0], 1))
                .hasMessage("an interval needs at least one value and one resample, got 0 and 2000");
        assertThatThrownBy(() -> Bootstrap.mean(new double[] {1, Double.NaN}, 1))
                .hasMessage("per-user values must be finite: number 1 is NaN");
        assertThatThrownBy(() -> Bootstrap.difference(new double[] {1}, new double[] {1, 2}, 1))
                .hasMessageContaining("got 1 and 2");
    }
}
