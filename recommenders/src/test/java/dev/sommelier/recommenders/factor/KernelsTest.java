package dev.sommelier.recommenders.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The two sets of kernels against each other and against sums written down plainly.
class KernelsTest {
    private static final int WIDTH = Kernels.WIDTH;
    private final SplittableRandom random = new SplittableRandom(20261124);
    private final Kernels plain = new ScalarKernels();

    @Test
    void theFastKernelsAreUsedWhereTheModuleIsThere() {
        assumeTrue(VectorKernels.supported(), "this machine has no registers of eight floats");

        assertThat(Kernels.fastest()).isInstanceOf(VectorKernels.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 64, 301})
    void multiplyIsTheSumOfOuterProducts(int count) {
        var left = numbers(count * WIDTH + 8);
        var right = numbers(count * WIDTH + 16);
        var out = numbers(80);
        var expected = out.clone();
        for (int k = 0; k < 4; k++) {
            for (int c = 0; c < WIDTH; c++) {
                double sum = 0;
                for (int m = 0; m < count; m++) {
                    sum += (double) left[4 + m * WIDTH + k] * right[16 + m * WIDTH + c];
                }
                expected[5 + k * WIDTH + c] += (float) (-0.5 * sum);
            }
        }

        same((kernels, array) -> kernels.multiply(left, 4, right, 16, count, -0.5f, array, 5), out, expected);
    }

    @Test
    void aboveNamesTheNumbersOverTheBoundAndNoEqualOnes() {
        float[] values = {9, 1, 2, Float.NaN, 3, 2, 2.5f, -1, 0, 7, 2, 2, Float.NEGATIVE_INFINITY, 4, 2, 2, 8};

        assertThat(plain.above(values, 1, 2)).isEqualTo(0b1001000100101000);
        assertThat(Kernels.fastest().above(values, 1, 2)).isEqualTo(0b1001000100101000);
        assertThat(Kernels.fastest().above(values, 1, Float.NEGATIVE_INFINITY))
                .isEqualTo(plain.above(values, 1, Float.NEGATIVE_INFINITY));
    }

    @Test
    void stripSolvesFourRowsAgainstTheirTriangle() {
        var step = numbers(10);
        var matrix = numbers(4 * WIDTH + 3);
        var expected = matrix.clone();
        int[][] coefficients = {{}, {4}, {5, 6}, {7, 8, 9}};
        for (int c = 3; c < 3 + WIDTH; c++) {
            for (int row = 0; row < 4; row++) {
                double value = matrix[c + row * WIDTH];
                for (int q = 0; q < row; q++) {
                    value -= (double) step[coefficients[row][q]] * expected[c + q * WIDTH];
                }
                expected[c + row * WIDTH] = (float) (value * step[row]);
            }
        }

        same((kernels, array) -> kernels.strip(array, 3, step), matrix, expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 9})
    void dotsAreEightInnerProducts(int panels) {
        int panelStride = 10 * WIDTH;
        var rows = numbers(panels * panelStride + 32);
        var vector = numbers(panels * WIDTH + 16);
        var out = numbers(12);
        var expected = out.clone();
        for (int r = 0; r < 8; r++) {
            double sum = 0;
            for (int c = 0; c < panels * WIDTH; c++) {
                sum += (double) rows[16 + c / WIDTH * panelStride + r * WIDTH + c % WIDTH] * vector[16 + c];
            }
            expected[2 + r] = (float) sum;
        }

        same((kernels, array) -> kernels.dots(rows, 16, panelStride, panels, vector, 16, array, 2), out, expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 9})
    void addRowsIsTheWeightedSumOfRows(int panels) {
        int count = 13;
        int panelStride = count * WIDTH;
        var rows = numbers(panels * panelStride + 16);
        var weights = numbers(count + 1);
        var target = numbers(panels * WIDTH + 4);
        var expected = target.clone();
        for (int c = 0; c < panels * WIDTH; c++) {
            double sum = target[4 + c];
            for (int m = 0; m < count; m++) {
                sum += (double) weights[1 + m] * rows[16 + c / WIDTH * panelStride + m * WIDTH + c % WIDTH];
            }
            expected[4 + c] = (float) sum;
        }

        same(
                (kernels, array) -> kernels.addRows(rows, 16, panelStride, panels, weights, 1, count, array, 4),
                target,
                expected);
    }

    @Test
    void gatherCutsRowsIntoPanels() {
        int stride = 48;
        var factors = numbers(5 * stride);
        int[] ids = {9, 4, 0, 2};
        var panels = new float[3 * 4 * WIDTH];
        var expected = panels.clone();
        for (int m = 0; m < 3; m++) {
            for (int c = 0; c < stride; c++) {
                expected[c / WIDTH * 4 * WIDTH + m * WIDTH + c % WIDTH] = factors[ids[1 + m] * stride + c];
            }
        }

        same((kernels, array) -> kernels.gather(factors, stride, ids, 1, 3, array, 0, 4 * WIDTH), panels, expected);
    }

    private void same(BiConsumer<Kernels, float[]> call, float[] before, float[] expected) {
        var byPlain = before.clone();
        call.accept(plain, byPlain);
        assertThat(byPlain).containsExactly(expected, within(2e-5f));
        if (VectorKernels.supported()) {
            var byVector = before.clone();
            call.accept(new VectorKernels(), byVector);
            assertThat(Arrays.equals(byVector, byPlain)).as("the same bits").isTrue();
        }
    }

    private float[] numbers(int count) {
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextDouble() - 0.5);
        }
        return values;
    }
}
