package dev.sommelier.recommenders.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricInverseTest {
    private static final long SEED = 4;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 23, 24, 25, 95, 96, 97, 191, 193, 300})
    void theInverseTimesTheMatrixIsTheIdentity(int n) {
        var matrix = positiveDefinite(n);

        var inverse = SymmetricInverse.invert(copy(matrix));

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
    void largeBlocksAreInvertedByBlocksThemselves() {
        var matrix = positiveDefinite(500);
        var expected = SymmetricInverse.invert(copy(matrix));

        var inverse = SymmetricInverse.invert(copy(matrix), BlockKernel.fastest(), 240);

        for (int i = 0; i < 500; i++) {
            assertThat(inverse[i]).containsExactly(expected[i], within(1e-12));
        }
        matrix[490][490] = -1;
        assertThatThrownBy(() -> SymmetricInverse.invert(matrix, BlockKernel.fastest(), 240))
                .hasMessageContaining("pivot 490 is -");
    }

    @Test
    void onlyTheUpperTriangleIsRead() {
        var matrix = positiveDefinite(150);
        var upper = copy(matrix);
        for (int i = 0; i < upper.length; i++) {
            Arrays.fill(upper[i], 0, i, Double.NaN);
        }

        assertThat(SymmetricInverse.invert(upper)).isDeepEqualTo(SymmetricInverse.invert(matrix));
    }

    @Test
    void theInverseStandsWhereTheMatrixStood() {
        var matrix = positiveDefinite(40);
        var rows = matrix.clone();

        var inverse = SymmetricInverse.invert(matrix);

        assertThat(inverse).isSameAs(matrix);
        assertThat(inverse[39]).isSameAs(rows[39]);
    }

    @Test
    void threadsAndKernelsDoNotChangeABit() {
        var matrix = positiveDefinite(333);
        try (var one = new ForkJoinPool(1);
                var four = new ForkJoinPool(4)) {
            var single = one.submit(() -> SymmetricInverse.invert(copy(matrix))).join();

            assertThat(four.submit(() -> SymmetricInverse.invert(copy(matrix))).join())
                    .isDeepEqualTo(single);
            assertThat(SymmetricInverse.invert(copy(matrix), new PlainBlockKernel(), 96))
                    .isDeepEqualTo(single);
        }
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteIsRefusedByItsPivot() {
        assertThatThrownBy(() -> SymmetricInverse.invert(new double[][] {{1, 2}, {2, 1}}))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the matrix is not positive definite: pivot 1 is -3.0");
        var late = positiveDefinite(250);
        late[201][201] = -1;
        assertThatThrownBy(() -> SymmetricInverse.invert(late))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("pivot 201 is -");
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
