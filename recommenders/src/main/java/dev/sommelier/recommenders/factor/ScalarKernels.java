package dev.sommelier.recommenders.factor;

import java.util.Arrays;

/// The kernels in plain Java, for JVMs without the Vector API; also what the fast ones are held against.
final class ScalarKernels implements Kernels {
    @Override
    public void multiply(
            float[] left, int leftAt, float[] right, int rightAt, int count, float weight, float[] out, int outAt) {
        var sums = new float[FOUR * WIDTH];
        for (int m = 0; m < count; m++) {
            int row = rightAt + m * WIDTH;
            for (int k = 0; k < FOUR; k++) {
                float factor = left[leftAt + m * WIDTH + k];
                for (int c = 0; c < WIDTH; c++) {
                    sums[k * WIDTH + c] = Math.fma(factor, right[row + c], sums[k * WIDTH + c]);
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            out[outAt + i] = Math.fma(weight, sums[i], out[outAt + i]);
        }
    }

    @Override
    public void strip(float[] matrix, int at, float[] step) {
        for (int c = at; c < at + WIDTH; c++) {
            float row0 = matrix[c] * step[0];
            float row1 = Math.fma(-step[4], row0, matrix[c + WIDTH]) * step[1];
            float row2 = Math.fma(-step[6], row1, Math.fma(-step[5], row0, matrix[c + 2 * WIDTH])) * step[2];
            float row3 =
                    Math.fma(-step[9], row2, Math.fma(-step[8], row1, Math.fma(-step[7], row0, matrix[c + 3 * WIDTH])))
                            * step[3];
            matrix[c] = row0;
            matrix[c + WIDTH] = row1;
            matrix[c + 2 * WIDTH] = row2;
            matrix[c + 3 * WIDTH] = row3;
        }
    }

    @Override
    public void dots(
            float[] rows, int at, int panelStride, int panels, float[] vector, int vectorAt, float[] out, int outAt) {
        var sums = new float[EIGHT];
        for (int r = 0; r < EIGHT; r++) {
            Arrays.fill(sums, 0);
            for (int p = 0; p < panels; p++) {
                int row = at + p * panelStride + r * WIDTH;
                int column = vectorAt + p * WIDTH;
                for (int c = 0; c < EIGHT; c++) {
                    sums[c] = Math.fma(rows[row + c], vector[column + c], sums[c]);
                }
                for (int c = 0; c < EIGHT; c++) {
                    sums[c] = Math.fma(rows[row + EIGHT + c], vector[column + EIGHT + c], sums[c]);
                }
            }
            out[outAt + r] = ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
        }
    }

    @Override
    public void addRows(
            float[] rows,
            int at,
            int panelStride,
            int panels,
            float[] weights,
            int weightsAt,
            int count,
            float[] target,
            int targetAt) {
        for (int p = 0; p < panels; p++) {
            int to = targetAt + p * WIDTH;
            for (int m = 0; m < count; m++) {
                float weight = weights[weightsAt + m];
                int row = at + p * panelStride + m * WIDTH;
                for (int c = 0; c < WIDTH; c++) {
                    target[to + c] = Math.fma(weight, rows[row + c], target[to + c]);
                }
            }
        }
    }

    @Override
    public int above(float[] values, int at, float bound) {
        int bits = 0;
        for (int c = 0; c < WIDTH; c++) {
            bits |= values[at + c] > bound ? 1 << c : 0;
        }
        return bits;
    }

    @Override
    public void gather(
            float[] factors, int stride, int[] ids, int from, int count, float[] panels, int at, int panelStride) {
        for (int m = 0; m < count; m++) {
            int row = ids[from + m] * stride;
            for (int c = 0, to = at + m * WIDTH; c < stride; c += WIDTH, to += panelStride) {
                System.arraycopy(factors, row + c, panels, to, WIDTH);
            }
        }
    }
}
