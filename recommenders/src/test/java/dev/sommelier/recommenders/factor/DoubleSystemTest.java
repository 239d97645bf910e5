package dev.sommelier.recommenders.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DoubleSystemTest {
    @Test
    void solvesAPositiveDefiniteSystem() {
        double[][] matrix = {{4, 0, 0}, {2, 5, 0}, {1, 3, 6}};
        double[] right = {4 + 4 + 3, 2 + 10 + 9, 1 + 6 + 18};

        DoubleSystem.solve(matrix, right);

        assertThat(right).containsExactly(new double[] {1, 2, 3}, within(1e-12));
    }

    @Test
    void aDirectionWithoutAPivotStaysZero() {
        double[][] matrix = {{1, 0}, {1, 1}};
        double[] right = {2, 2};

        DoubleSystem.solve(matrix, right);

        assertThat(right).containsExactly(2, 0);
    }
}
