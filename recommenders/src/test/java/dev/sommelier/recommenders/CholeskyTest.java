package dev.sommelier.recommenders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyTest {
    private static final long SEED = 4;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 33, 96})
    void theInverseTimesTheMatrixIsTheIdentity(int n) {
        var matrix = positiveDefinite(n);

        var inverse = Cholesky.invert(copy(matrix), 0);

        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double product = 0;
                for (int k = 0; k < n; k++) {
                    product += matrix[i][k] * inverse[k][j];
                }
                assertThat(product).as("seed %d, n %d, (%d,%d)", SEED, n, i, j).isCloseTo(i == j ? 1 : 0, within(1e-9));
            }
        }
    }

    @Test
    void onlyTheUpperTriangleIsRead() {
        var matrix = positiveDefinite(50);
        var upper = copy(matrix);
        for (int i = 0; i < 50; i++) {
            Arrays.fill(upper[i], 0, i, Double.NaN);
        }

        assertThat(Cholesky.invert(upper, 0)).isDeepEqualTo(Cholesky.invert(matrix, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 64})
    void aSolvedSystemGivesItsRightSideBack(int n) {
        var matrix = positiveDefinite(n);
        var x = new SplittableRandom(SEED).doubles(n).toArray();
        var b = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                b[i] += matrix[i][j] * x[j];
            }
        }

        Cholesky.solve(matrix, b);

        assertThat(b).as("seed %d", SEED).containsExactly(x, within(1e-9));
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteIsRefused() {
        assertThatThrownBy(() -> Cholesky.invert(new double[][] {{1, 2}, {2, 1}}, 240))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the matrix is not positive definite: pivot 241 is -3.0");
    }

    private static double[][] positiveDefinite(int n) {
        var random = new SplittableRandom(SEED);
        var matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                matrix[i][j] = random.nextDouble() - 0.5;
                matrix[j][i] = matrix[i][j];
            }
            matrix[i][i] = n;
        }
        return matrix;
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }
}
