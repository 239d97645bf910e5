package dev.sommelier.evaluation.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DetectableEffectTest {
    @Test
    void isTheSumOfBothQuantilesInStandardErrors() {
        // Two degrees of freedom have a closed quantile: t(p) = (2p - 1) sqrt(2 / (4p(1 - p))).
        double level = closed(.975);
        double power = closed(.8);
        // The differences -1, 0, 1 have standard deviation 1, so the standard error is 1 / sqrt(3).

        assertThat(DetectableEffect.of(new double[] {-1, 0, 1}, .05, .8))
                .isCloseTo((level + power) / Math.sqrt(3), within(1e-9));
    }

    @Test
    void nothingSpreadsNothingToDetect() {
        assertThat(DetectableEffect.of(new double[] {.5, .5, .5}, .05, .8)).isZero();
    }

    @Test
    void refusesALevelThatIsNone() {
        assertThatThrownBy(() -> DetectableEffect.of(new double[] {1, 2}, 0, .8))
                .hasMessage("level and power must be between 0 and 1, got 0.0 and 0.8");
    }

    private static double closed(double p) {
        return (2 * p - 1) * Math.sqrt(2 / (4 * p * (1 - p)));
    }
}
