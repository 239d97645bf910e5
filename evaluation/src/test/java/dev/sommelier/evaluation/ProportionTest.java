package dev.sommelier.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class ProportionTest {
    @Test
    void theScoreIntervalIsThatOfTheFormula() {
        var some = Proportion.of(3, 10);

        // p = .3, z^2/n = .384146: middle (.3 + .192073) / 1.384146, reach 1.959964 sqrt(.021 + .0096036) / 1.384146.
        assertThat(some.mean()).isEqualTo(.3);
        assertThat(some.low()).isCloseTo(.1077913, offset(1e-6));
        assertThat(some.high()).isCloseTo(.6032219, offset(1e-6));
    }

    @Test
    void noneAndAllStillHaveAnIntervalAndKeepWithinTheirBounds() {
        assertThat(Proportion.of(0, 10).low()).isZero();
        assertThat(Proportion.of(0, 10).high()).isCloseTo(.2775328, offset(1e-6));
        assertThat(Proportion.of(10, 10).low()).isCloseTo(.7224672, offset(1e-6));
        assertThat(Proportion.of(10, 10).high()).isEqualTo(1);
    }

    @Test
    void impossibleCountsAreRefused() {
        assertThatThrownBy(() -> Proportion.of(0, 0)).hasMessageContaining("got 0 of 0");
        assertThatThrownBy(() -> Proportion.of(3, 2)).hasMessageContaining("got 3 of 2");
    }
}
