package dev.sommelier.recommenders.factor;

import dev.sommelier.recommenders.Workers;
import java.util.Arrays;

/// `Y'Y` of a matrix of vectors: single-precision products of 256 rows, added in double precision.
///
/// The rows are cut into at most 64 parts whatever the number of threads, and the parts are added in their order.
final class Gram {
    private static final int PARTS = 64;
    private static final int BLOCK = 256;

    private final int stride;
    private final double[] sums;

    private Gram(int stride, double[] sums) {
        this.stride = stride;
        this.sums = sums;
    }

    static Gram of(Factors factors, Kernels kernels) {
        int stride = factors.stride();
        int perPart = (factors.rows() / PARTS / BLOCK + 1) * BLOCK;
        int parts = (factors.rows() + perPart - 1) / perPart;
        var sumsOfPart = new double[parts][];
        Workers.run(parts, () -> new Scratch(stride), (scratch, part) -> {
            var sums = new double[stride * stride];
            int end = Math.min((part + 1) * perPart, factors.rows());
            for (int from = part * perPart; from < end; from += BLOCK) {
                scratch.add(factors, from, Math.min(BLOCK, end - from), kernels, sums);
            }
            sumsOfPart[part] = sums;
        });
        var sums = new double[stride * stride];
        for (double[] part : sumsOfPart) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += part[i];
            }
        }
        return new Gram(stride, sums);
    }

    /// The number of columns, padding included.
    int stride() {
        return stride;
    }

    /// One element.
    double at(int row, int column) {
        int above = Math.min(row, column);
        int left = Math.max(row, column);
        return sums[(left / Kernels.WIDTH * stride + above) * Kernels.WIDTH + left % Kernels.WIDTH];
    }

    /// All elements in single precision as panels of [Kernels].
    float[] panels() {
        var panels = new float[stride * stride];
        for (int row = 0; row < stride; row++) {
            for (int column = 0; column < stride; column++) {
                panels[(column / Kernels.WIDTH * stride + row) * Kernels.WIDTH + column % Kernels.WIDTH] =
                        (float) at(row, column);
            }
        }
        return panels;
    }

    /// The sum of all products of elements of two matrices: `sum over u, i of (x(u)'y(i))^2`.
    double product(Gram other) {
        double sum = 0;
        for (int row = 0; row < stride; row++) {
            for (int column = 0; column < stride; column++) {
                sum += at(row, column) * other.at(row, column);
            }
        }
        return sum;
    }

    /// A thread's memory: the rows of a block and their product.
    private static final class Scratch {
        private final float[] rows;
        private final float[] block;
        private final int[] ids = new int[BLOCK];

        Scratch(int stride) {
            rows = new float[BLOCK * stride];
            block = new float[stride * stride];
        }

        void add(Factors factors, int from, int count, Kernels kernels, double[] sums) {
            for (int m = 0; m < count; m++) {
                ids[m] = from + m;
            }
            int panelStride = BLOCK * Kernels.WIDTH;
            kernels.gather(factors.data(), factors.stride(), ids, 0, count, rows, 0, panelStride);
            Arrays.fill(block, 0);
            Squares.add(kernels, rows, panelStride, count, 1, block, factors.stride());
            for (int i = 0; i < sums.length; i++) {
                sums[i] += block[i];
            }
        }
    }
}
