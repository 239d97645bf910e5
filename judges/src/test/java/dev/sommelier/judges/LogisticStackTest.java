package dev.sommelier.judges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticStackTest {
    @Test
    void aColumnOfTwoValuesGetsTheSharesOfBoth() {
        // 3 of 4 true at 1, 1 of 4 at 0: without a penalty the fit gives .75 and .25; the ridge draws both to .5.
        var columns = new double[8][1];
        var truth = new boolean[8];
        for (int i = 0; i < 8; i++) {
            columns[i][0] = i < 4 ? 1 : 0;
            truth[i] = i < 3 || i == 4;
        }

        var stack = LogisticStack.fit(columns, truth);

        assertThat(stack.apply(new double[] {1})).isCloseTo(.75, offset(.002)).isLessThan(.75);
        assertThat(stack.apply(new double[] {0})).isCloseTo(.25, offset(.002)).isGreaterThan(.25);
    }

    @Test
    void theGradientVanishesAtTheFit() {
        var random = new Random(3);
        int n = 300;
        var columns = new double[n][2];
        var truth = new boolean[n];
        for (int i = 0; i < n; i++) {
            columns[i][0] = random.nextGaussian() * 10 + 5;
            columns[i][1] = random.nextGaussian();
            truth[i] = random.nextDouble() < 1 / (1 + Math.exp(-(.3 * (columns[i][0] - 5) - columns[i][1])));
        }

        var stack = LogisticStack.fit(columns, truth);

        double residual = 0;
        for (int i = 0; i < n; i++) {
            residual += (truth[i] ? 1 : 0) - stack.apply(columns[i]);
        }
        // All of it is the ridge on the constant, whose size is about that of the intercept in standard units.
        assertThat(Math.abs(residual)).isLessThan(n * LogisticStack.RIDGE * 2);
        assertThat(stack.weights().get(0)).isCloseTo(.3, offset(.08));
        assertThat(stack.weights().get(1)).isCloseTo(-1, offset(.3));
    }

    @Test
    void constantAndSeparableColumnsStayFinite() {
        var columns = new double[][] {{1, 0}, {1, 1}, {1, 2}, {1, 3}};

        var stack = LogisticStack.fit(columns, new boolean[] {false, false, true, true});

        assertThat(stack.weights()).allMatch(Double::isFinite);
        assertThat(stack.apply(new double[] {1, 3})).isBetween(.9, 1.0);
    }

    @Test
    void widthsAndLengthsAreChecked() {
        assertThatThrownBy(() -> LogisticStack.fit(new double[0][], new boolean[0]))
                .hasMessageContaining("got 0 pairs");
        assertThatThrownBy(() -> new LogisticStack(0, List.of(1.0)).apply(new double[2]))
                .hasMessageContaining("has 1 columns, got 2 scores");
    }
}
