package dev.sommelier.recommenders.factor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// The kernels with the Vector API: always eight lanes, so that every machine adds in the same order.
///
/// Nothing here adds the lanes of a vector by `reduceLanes`, whose order the API leaves open.
final class VectorKernels implements Kernels {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;
    private static final int[] BITS = {1, 2, 4};
    private static final VectorShuffle<Float> SWAP_ONE = swap(0);
    private static final VectorShuffle<Float> SWAP_TWO = swap(1);
    private static final VectorShuffle<Float> SWAP_FOUR = swap(2);
    private static final VectorMask<Float> ODD_ONES = odd(0);
    private static final VectorMask<Float> ODD_TWOS = odd(1);
    private static final VectorMask<Float> ODD_FOURS = odd(2);

    /// Whether the machine has registers of eight floats; with smaller ones the API would be emulated, slowly.
    static boolean supported() {
        return FloatVector.SPECIES_PREFERRED.length() >= EIGHT;
    }

    @Override
    public void multiply(
            float[] left, int leftAt, float[] right, int rightAt, int count, float weight, float[] out, int outAt) {
        var a0 = FloatVector.zero(SPECIES);
        var b0 = FloatVector.zero(SPECIES);
        var a1 = FloatVector.zero(SPECIES);
        var b1 = FloatVector.zero(SPECIES);
        var a2 = FloatVector.zero(SPECIES);
        var b2 = FloatVector.zero(SPECIES);
        var a3 = FloatVector.zero(SPECIES);
        var b3 = FloatVector.zero(SPECIES);
        for (int m = 0; m < count; m++) {
            var a = at(right, rightAt + m * WIDTH);
            var b = at(right, rightAt + m * WIDTH + EIGHT);
            var left0 = FloatVector.broadcast(SPECIES, left[leftAt + m * WIDTH]);
            a0 = left0.fma(a, a0);
            b0 = left0.fma(b, b0);
            var left1 = FloatVector.broadcast(SPECIES, left[leftAt + m * WIDTH + 1]);
            a1 = left1.fma(a, a1);
            b1 = left1.fma(b, b1);
            var left2 = FloatVector.broadcast(SPECIES, left[leftAt + m * WIDTH + 2]);
            a2 = left2.fma(a, a2);
            b2 = left2.fma(b, b2);
            var left3 = FloatVector.broadcast(SPECIES, left[leftAt + m * WIDTH + 3]);
            a3 = left3.fma(a, a3);
            b3 = left3.fma(b, b3);
        }
        var scale = FloatVector.broadcast(SPECIES, weight);
        add(scale, a0, out, outAt);
        add(scale, b0, out, outAt + EIGHT);
        add(scale, a1, out, outAt + WIDTH);
        add(scale, b1, out, outAt + WIDTH + EIGHT);
        add(scale, a2, out, outAt + 2 * WIDTH);
        add(scale, b2, out, outAt + 2 * WIDTH + EIGHT);
        add(scale, a3, out, outAt + 3 * WIDTH);
        add(scale, b3, out, outAt + 3 * WIDTH + EIGHT);
    }

    @Override
    public void strip(float[] matrix, int at, float[] step) {
        for (int c = at; c < at + WIDTH; c += EIGHT) {
            var row0 = at(matrix, c).mul(step[0]);
            var row1 = minus(step[4], row0, at(matrix, c + WIDTH)).mul(step[1]);
            var row2 = minus(step[6], row1, minus(step[5], row0, at(matrix, c + 2 * WIDTH)))
                    .mul(step[2]);
            var row3 = minus(step[9], row2, minus(step[8], row1, minus(step[7], row0, at(matrix, c + 3 * WIDTH))))
                    .mul(step[3]);
            row0.intoArray(matrix, c);
            row1.intoArray(matrix, c + WIDTH);
            row2.intoArray(matrix, c + 2 * WIDTH);
            row3.intoArray(matrix, c + 3 * WIDTH);
        }
    }

    @Override
    public void dots(
            float[] rows, int at, int panelStride, int panels, float[] vector, int vectorAt, float[] out, int outAt) {
        var s0 = FloatVector.zero(SPECIES);
        var s1 = FloatVector.zero(SPECIES);
        var s2 = FloatVector.zero(SPECIES);
        var s3 = FloatVector.zero(SPECIES);
        var s4 = FloatVector.zero(SPECIES);
        var s5 = FloatVector.zero(SPECIES);
        var s6 = FloatVector.zero(SPECIES);
        var s7 = FloatVector.zero(SPECIES);
        for (int p = 0; p < panels; p++) {
            int row = at + p * panelStride;
            for (int half = 0; half < WIDTH; half += EIGHT) {
                var v = at(vector, vectorAt + p * WIDTH + half);
                s0 = at(rows, row + half).fma(v, s0);
                s1 = at(rows, row + half + WIDTH).fma(v, s1);
                s2 = at(rows, row + half + 2 * WIDTH).fma(v, s2);
                s3 = at(rows, row + half + 3 * WIDTH).fma(v, s3);
                s4 = at(rows, row + half + 4 * WIDTH).fma(v, s4);
                s5 = at(rows, row + half + 5 * WIDTH).fma(v, s5);
                s6 = at(rows, row + half + 6 * WIDTH).fma(v, s6);
                s7 = at(rows, row + half + 7 * WIDTH).fma(v, s7);
            }
        }
        var first = fold(fold(s0, s1, ODD_ONES, SWAP_ONE), fold(s2, s3, ODD_ONES, SWAP_ONE), ODD_TWOS, SWAP_TWO);
        var second = fold(fold(s4, s5, ODD_ONES, SWAP_ONE), fold(s6, s7, ODD_ONES, SWAP_ONE), ODD_TWOS, SWAP_TWO);
        fold(first, second, ODD_FOURS, SWAP_FOUR).intoArray(out, outAt);
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
        int p = 0;
        for (; p + FOUR <= panels; p += FOUR) {
            addToFour(rows, at + p * panelStride, panelStride, weights, weightsAt, count, target, targetAt + p * WIDTH);
        }
        for (; p < panels; p++) {
            addToOne(rows, at + p * panelStride, weights, weightsAt, count, target, targetAt + p * WIDTH);
        }
    }

    @Override
    public int above(float[] values, int at, float bound) {
        long low = at(values, at).compare(VectorOperators.GT, bound).toLong();
        long high = at(values, at + EIGHT).compare(VectorOperators.GT, bound).toLong();
        return (int) (low | high << EIGHT);
    }

    @Override
    public void gather(
            float[] factors, int stride, int[] ids, int from, int count, float[] panels, int at, int panelStride) {
        for (int m = 0; m < count; m++) {
            int row = ids[from + m] * stride;
            for (int c = 0, to = at + m * WIDTH; c < stride; c += WIDTH, to += panelStride) {
                at(factors, row + c).intoArray(panels, to);
                at(factors, row + c + EIGHT).intoArray(panels, to + EIGHT);
            }
        }
    }

    private static void addToFour(
            float[] rows,
            int at,
            int panelStride,
            float[] weights,
            int weightsAt,
            int count,
            float[] target,
            int targetAt) {
        int second = at + panelStride;
        int third = at + 2 * panelStride;
        int fourth = at + 3 * panelStride;
        var s0 = at(target, targetAt);
        var s1 = at(target, targetAt + EIGHT);
        var s2 = at(target, targetAt + WIDTH);
        var s3 = at(target, targetAt + WIDTH + EIGHT);
        var s4 = at(target, targetAt + 2 * WIDTH);
        var s5 = at(target, targetAt + 2 * WIDTH + EIGHT);
        var s6 = at(target, targetAt + 3 * WIDTH);
        var s7 = at(target, targetAt + 3 * WIDTH + EIGHT);
        for (int m = 0; m < count; m++) {
            var weight = FloatVector.broadcast(SPECIES, weights[weightsAt + m]);
            s0 = weight.fma(at(rows, at + m * WIDTH), s0);
            s1 = weight.fma(at(rows, at + m * WIDTH + EIGHT), s1);
            s2 = weight.fma(at(rows, second + m * WIDTH), s2);
            s3 = weight.fma(at(rows, second + m * WIDTH + EIGHT), s3);
            s4 = weight.fma(at(rows, third + m * WIDTH), s4);
            s5 = weight.fma(at(rows, third + m * WIDTH + EIGHT), s5);
            s6 = weight.fma(at(rows, fourth + m * WIDTH), s6);
            s7 = weight.fma(at(rows, fourth + m * WIDTH + EIGHT), s7);
        }
        s0.intoArray(target, targetAt);
        s1.intoArray(target, targetAt + EIGHT);
        s2.intoArray(target, targetAt + WIDTH);
        s3.intoArray(target, targetAt + WIDTH + EIGHT);
        s4.intoArray(target, targetAt + 2 * WIDTH);
        s5.intoArray(target, targetAt + 2 * WIDTH + EIGHT);
        s6.intoArray(target, targetAt + 3 * WIDTH);
        s7.intoArray(target, targetAt + 3 * WIDTH + EIGHT);
    }

    private static void addToOne(
            float[] rows, int at, float[] weights, int weightsAt, int count, float[] target, int targetAt) {
        var s0 = at(target, targetAt);
        var s1 = at(target, targetAt + EIGHT);
        for (int m = 0; m < count; m++) {
            var weight = FloatVector.broadcast(SPECIES, weights[weightsAt + m]);
            s0 = weight.fma(at(rows, at + m * WIDTH), s0);
            s1 = weight.fma(at(rows, at + m * WIDTH + EIGHT), s1);
        }
        s0.intoArray(target, targetAt);
        s1.intoArray(target, targetAt + EIGHT);
    }

    private static FloatVector at(float[] values, int index) {
        return FloatVector.fromArray(SPECIES, values, index);
    }

    private static void add(FloatVector scale, FloatVector sum, float[] out, int at) {
        scale.fma(sum, at(out, at)).intoArray(out, at);
    }

    private static FloatVector minus(float factor, FloatVector row, FloatVector from) {
        return FloatVector.broadcast(SPECIES, -factor).fma(row, from);
    }

    /// Neighbouring lanes added: of `a` where the mask is unset, of `b` where it is set.
    private static FloatVector fold(
            FloatVector a, FloatVector b, VectorMask<Float> odd, VectorShuffle<Float> neighbour) {
        return a.blend(b, odd).add(b.blend(a, odd).rearrange(neighbour));
    }

    private static VectorShuffle<Float> swap(int level) {
        return VectorShuffle.fromOp(SPECIES, lane -> lane ^ BITS[level]);
    }

    private static VectorMask<Float> odd(int level) {
        var set = new boolean[EIGHT];
        for (int lane = 0; lane < EIGHT; lane++) {
            set[lane] = (lane & BITS[level]) != 0;
        }
        return VectorMask.fromArray(SPECIES, set, 0);
    }
}
