package dev.sommelier.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.History;
import dev.sommelier.core.RatingPredictor;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LinearStackTest {
    @Test
    void findsTheWeightsThatMadeTheData() {
        var random = new SplittableRandom(7);
        double[][] columns = new double[50][2];
        double[] truth = new double[50];
        for (int i = 0; i < 50; i++) {
            columns[i][0] = random.nextDouble(1, 5);
            columns[i][1] = random.nextDouble(3, 4);
            truth[i] = .5 + .7 * columns[i][0] - .2 * columns[i][1];
        }

        var stack = LinearStack.fit(columns, truth);

        assertThat(stack.intercept()).isCloseTo(.5, within(1e-3));
        assertThat(stack.weights().get(0)).isCloseTo(.7, within(1e-4));
        assertThat(stack.weights().get(1)).isCloseTo(-.2, within(1e-4));
    }

    @Test
    void equalsTheLeastSquaresLineWorkedOutByHand() {
        // x = 1, 2, 4 and y = 1, 3, 4: slope 13/14, intercept 8/3 - 7/3 * 13/14 = .5.
        var stack = LinearStack.fit(new double[][] {{1}, {2}, {4}}, new double[] {1, 3, 4});

        assertThat(stack.weights().getFirst()).isCloseTo(13.0 / 14, within(1e-5));
        assertThat(stack.intercept()).isCloseTo(.5, within(1e-5));
    }

    @Test
    void aConstantMemberGetsNoWeightAndTheInterceptTheMean() {
        var stack = LinearStack.fit(new double[][] {{3}, {3}, {3}}, new double[] {2, 4, 6});

        assertThat(stack.weights()).containsExactly(0.0);
        assertThat(stack.apply(new double[] {3})).isCloseTo(4, within(1e-12));
    }

    @Test
    void equalMembersShareTheWeight() {
        var stack = LinearStack.fit(new double[][] {{1, 1}, {2, 2}, {3, 3}}, new double[] {1, 2, 3});

        assertThat(stack.weights().get(0)).isCloseTo(stack.weights().get(1), within(1e-6));
        assertThat(stack.apply(new double[] {2, 2})).isCloseTo(2, within(1e-4));
    }

    @Test
    void predictsOverLiveMembersInTheirOrder() {
        var stack = new LinearStack(1, List.of(.5, 2.0));

        var predictor = stack.over("Stack", List.of(constant(4), constant(.25)));

        assertThat(predictor.name()).isEqualTo("Stack");
        assertThat(predictor.predict(new History("u", List.of()), "x")).isEqualTo(3.5);
    }

    @Test
    void refusesToFitOnNothing() {
        assertThatThrownBy(() -> LinearStack.fit(new double[0][0], new double[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 pairs");
    }

    private static RatingPredictor constant(double value) {
        return new RatingPredictor() {
            @Override
            public String name() {
                return "constant";
            }

            @Override
            public double predict(History history, String item) {
                return value;
            }
        };
    }
}
