package dev.sommelier.recommenders.click;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FmWeightsTest {
    private static final double EXACT = 1e-12;

    @Test
    void theProbabilityIsThatOfBothSumsByHand() {
        var weights = weights();

        // <(.1, .2), (.3, -.4)> * 1 * 2 = (.03 - .08) * 2 = -.1, all other parameters are 0.
        assertThat(weights.probability(row())).isCloseTo(1 / (1 + Math.exp(.1)), within(EXACT));
    }

    @Test
    void oneStepIsThatOfAdaGradByHand() {
        var weights = weights();
        double p = 1 / (1 + Math.exp(.1));

        double loss = weights.step(row(), 1, .5, 0);

        assertThat(loss).isCloseTo(-Math.log(p), within(EXACT));
        // AdaGrad's first step has the length of the rate, against the gradient's sign: p - 1 < 0.
        assertThat(weights.bias()).isCloseTo(.5, within(1e-6));
        assertThat(weights.linear(0)).isCloseTo(.5, within(1e-6));
        assertThat(weights.linear(1)).isCloseTo(.5, within(1e-6));
        // The gradient of v_00 is (p - 1) x_0 (s_0 - v_00 x_0) = (p - 1) * (.7 - .1) < 0.
        assertThat(weights.vector(0, 0)).isCloseTo(.1 + .5, within(1e-6));
        // That of v_01 is (p - 1) * (-.6 - .2) > 0.
        assertThat(weights.vector(0, 1)).isCloseTo(.2 - .5, within(1e-6));
        double slope = p - 1;
        double gradient = slope * 2 * (.7 - .3 * 2);
        assertThat(weights.vector(1, 0))
                .isCloseTo(.3 - .5 * gradient / Math.sqrt(1e-8 + gradient * gradient), within(EXACT));
    }

    @Test
    void theSecondStepIsShorterByTheSquaresSoFar() {
        var weights = new FmWeights(1, 0, new SplittableRandom(1));
        var row = new FeatureRow();
        row.add(0, 1);

        weights.step(row, 0, .1, 0);
        double logit = weights.bias() + weights.linear(0);
        double p = 1 / (1 + Math.exp(-logit));
        double before = weights.linear(0);
        weights.step(row, 0, .1, 0);

        assertThat(weights.linear(0) - before).isCloseTo(-.1 * p / Math.sqrt(1e-8 + .25 + p * p), within(EXACT));
    }

    private static FmWeights weights() {
        var weights = new FmWeights(2, 2, new SplittableRandom(1));
        weights.vector(0, 0, .1);
        weights.vector(0, 1, .2);
        weights.vector(1, 0, .3);
        weights.vector(1, 1, -.4);
        return weights;
    }

    private static FeatureRow row() {
        var row = new FeatureRow();
        row.add(0, 1);
        row.add(1, 2);
        return row;
    }
}
