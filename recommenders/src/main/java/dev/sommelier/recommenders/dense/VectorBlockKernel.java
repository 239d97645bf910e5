package dev.sommelier.recommenders.dense;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The inner loop with the Vector API. Sums stay in registers: 24 where vectors have eight doubles, since such machines
/// have 32 registers, otherwise twelve.
final class VectorBlockKernel implements BlockKernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int FEWEST_LANES = 4;
    private static final int HALF = ROWS / 2;

    /// Whether three vectors divide a panel; with shorter ones the API gains nothing.
    static boolean supported() {
        return LANES >= FEWEST_LANES && WIDTH % (3 * LANES) == 0;
    }

    @Override
    public void add(
            double[] left,
            int leftAt,
            int leftStride,
            double[] right,
            int rightAt,
            int count,
            double[][] target,
            int row,
            int column) {
        for (int c = 0; c < WIDTH; c += 3 * LANES) {
            if (LANES > FEWEST_LANES) {
                addToEight(left, leftAt, leftStride, right, rightAt + c, count, target, row, column + c);
            } else {
                addToFour(left, leftAt, leftStride, right, rightAt + c, count, target, row, column + c);
                addToFour(left, leftAt + HALF, leftStride, right, rightAt + c, count, target, row + HALF, column + c);
            }
        }
    }

    private static void addToEight(
            double[] left,
            int leftAt,
            int leftStride,
            double[] right,
            int rightAt,
            int count,
            double[][] target,
            int row,
            int column) {
        double[] row0 = target[row];
        double[] row1 = target[row + 1];
        double[] row2 = target[row + 2];
        double[] row3 = target[row + 3];
        double[] row4 = target[row + 4];
        double[] row5 = target[row + 5];
        double[] row6 = target[row + 6];
        double[] row7 = target[row + 7];
        var s00 = at(row0, column);
        var s01 = at(row0, column + LANES);
        var s02 = at(row0, column + 2 * LANES);
        var s10 = at(row1, column);
        var s11 = at(row1, column + LANES);
        var s12 = at(row1, column + 2 * LANES);
        var s20 = at(row2, column);
        var s21 = at(row2, column + LANES);
        var s22 = at(row2, column + 2 * LANES);
        var s30 = at(row3, column);
        var s31 = at(row3, column + LANES);
        var s32 = at(row3, column + 2 * LANES);
        var s40 = at(row4, column);
        var s41 = at(row4, column + LANES);
        var s42 = at(row4, column + 2 * LANES);
        var s50 = at(row5, column);
        var s51 = at(row5, column + LANES);
        var s52 = at(row5, column + 2 * LANES);
        var s60 = at(row6, column);
        var s61 = at(row6, column + LANES);
        var s62 = at(row6, column + 2 * LANES);
        var s70 = at(row7, column);
        var s71 = at(row7, column + LANES);
        var s72 = at(row7, column + 2 * LANES);
        for (int k = 0; k < count; k++) {
            int from = rightAt + k * WIDTH;
            int of = leftAt + k * leftStride;
            var v0 = at(right, from);
            var v1 = at(right, from + LANES);
            var v2 = at(right, from + 2 * LANES);
            var factor0 = DoubleVector.broadcast(SPECIES, left[of]);
            s00 = factor0.fma(v0, s00);
            s01 = factor0.fma(v1, s01);
            s02 = factor0.fma(v2, s02);
            var factor1 = DoubleVector.broadcast(SPECIES, left[of + 1]);
            s10 = factor1.fma(v0, s10);
            s11 = factor1.fma(v1, s11);
            s12 = factor1.fma(v2, s12);
            var factor2 = DoubleVector.broadcast(SPECIES, left[of + 2]);
            s20 = factor2.fma(v0, s20);
            s21 = factor2.fma(v1, s21);
            s22 = factor2.fma(v2, s22);
            var factor3 = DoubleVector.broadcast(SPECIES, left[of + 3]);
            s30 = factor3.fma(v0, s30);
            s31 = factor3.fma(v1, s31);
            s32 = factor3.fma(v2, s32);
            var factor4 = DoubleVector.broadcast(SPECIES, left[of + 4]);
            s40 = factor4.fma(v0, s40);
            s41 = factor4.fma(v1, s41);
            s42 = factor4.fma(v2, s42);
            var factor5 = DoubleVector.broadcast(SPECIES, left[of + 5]);
            s50 = factor5.fma(v0, s50);
            s51 = factor5.fma(v1, s51);
            s52 = factor5.fma(v2, s52);
            var factor6 = DoubleVector.broadcast(SPECIES, left[of + 6]);
            s60 = factor6.fma(v0, s60);
            s61 = factor6.fma(v1, s61);
            s62 = factor6.fma(v2, s62);
            var factor7 = DoubleVector.broadcast(SPECIES, left[of + 7]);
            s70 = factor7.fma(v0, s70);
            s71 = factor7.fma(v1, s71);
            s72 = factor7.fma(v2, s72);
        }
        s00.intoArray(row0, column);
        s01.intoArray(row0, column + LANES);
        s02.intoArray(row0, column + 2 * LANES);
        s10.intoArray(row1, column);
        s11.intoArray(row1, column + LANES);
        s12.intoArray(row1, column + 2 * LANES);
        s20.intoArray(row2, column);
        s21.intoArray(row2, column + LANES);
        s22.intoArray(row2, column + 2 * LANES);
        s30.intoArray(row3, column);
        s31.intoArray(row3, column + LANES);
        s32.intoArray(row3, column + 2 * LANES);
        s40.intoArray(row4, column);
        s41.intoArray(row4, column + LANES);
        s42.intoArray(row4, column + 2 * LANES);
        s50.intoArray(row5, column);
        s51.intoArray(row5, column + LANES);
        s52.intoArray(row5, column + 2 * LANES);
        s60.intoArray(row6, column);
        s61.intoArray(row6, column + LANES);
        s62.intoArray(row6, column + 2 * LANES);
        s70.intoArray(row7, column);
        s71.intoArray(row7, column + LANES);
        s72.intoArray(row7, column + 2 * LANES);
    }

    private static void addToFour(
            double[] left,
            int leftAt,
            int leftStride,
            double[] right,
            int rightAt,
            int count,
            double[][] target,
            int row,
            int column) {
        double[] row0 = target[row];
        double[] row1 = target[row + 1];
        double[] row2 = target[row + 2];
        double[] row3 = target[row + 3];
        var s00 = at(row0, column);
        var s01 = at(row0, column + LANES);
        var s02 = at(row0, column + 2 * LANES);
        var s10 = at(row1, column);
        var s11 = at(row1, column + LANES);
        var s12 = at(row1, column + 2 * LANES);
        var s20 = at(row2, column);
        var s21 = at(row2, column + LANES);
        var s22 = at(row2, column + 2 * LANES);
        var s30 = at(row3, column);
        var s31 = at(row3, column + LANES);
        var s32 = at(row3, column + 2 * LANES);
        for (int k = 0; k < count; k++) {
            int from = rightAt + k * WIDTH;
            int of = leftAt + k * leftStride;
            var v0 = at(right, from);
            var v1 = at(right, from + LANES);
            var v2 = at(right, from + 2 * LANES);
            var factor0 = DoubleVector.broadcast(SPECIES, left[of]);
            s00 = factor0.fma(v0, s00);
            s01 = factor0.fma(v1, s01);
            s02 = factor0.fma(v2, s02);
            var factor1 = DoubleVector.broadcast(SPECIES, left[of + 1]);
            s10 = factor1.fma(v0, s10);
            s11 = factor1.fma(v1, s11);
            s12 = factor1.fma(v2, s12);
            var factor2 = DoubleVector.broadcast(SPECIES, left[of + 2]);
            s20 = factor2.fma(v0, s20);
            s21 = factor2.fma(v1, s21);
            s22 = factor2.fma(v2, s22);
            var factor3 = DoubleVector.broadcast(SPECIES, left[of + 3]);
            s30 = factor3.fma(v0, s30);
            s31 = factor3.fma(v1, s31);
            s32 = factor3.fma(v2, s32);
        }
        s00.intoArray(row0, column);
        s01.intoArray(row0, column + LANES);
        s02.intoArray(row0, column + 2 * LANES);
        s10.intoArray(row1, column);
        s11.intoArray(row1, column + LANES);
        s12.intoArray(row1, column + 2 * LANES);
        s20.intoArray(row2, column);
        s21.intoArray(row2, column + LANES);
        s22.intoArray(row2, column + 2 * LANES);
        s30.intoArray(row3, column);
        s31.intoArray(row3, column + LANES);
        s32.intoArray(row3, column + 2 * LANES);
    }

    private static DoubleVector at(double[] values, int index) {
        return DoubleVector.fromArray(SPECIES, values, index);
    }
}
