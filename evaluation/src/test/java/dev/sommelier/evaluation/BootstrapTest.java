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
    void badInputIsRefused() {
        assertThatThrownBy(() -> Bootstrap.mean(new double[0], 1))
                .hasMessage("an interval needs at least one value and one resample, got 0 and 2000");
        assertThatThrownBy(() -> Bootstrap.mean(new double[] {1, Double.NaN}, 1))
                .hasMessage("per-user values must be finite: number 1 is NaN");
        assertThatThrownBy(() -> Bootstrap.difference(new double[] {1}, new double[] {1, 2}, 1))
                .hasMessageContaining("got 1 and 2");
    }
}
