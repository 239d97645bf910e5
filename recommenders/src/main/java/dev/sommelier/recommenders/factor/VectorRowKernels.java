package dev.sommelier.recommenders.factor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The row kernels with the Vector API: always eight lanes, so that every machine adds in the same order.
final class VectorRowKernels implements RowKernels {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_256;
    private static final int LANES = Kernels.EIGHT;

    /// Columns that stay in registers while rows are added.
    private static final int COLUMNS = 8 * LANES;

    @Override
    public float difference(float[] users, int userAt, float[] items, int likedAt, int otherAt, int length) {
        var sums = FloatVector.zero(SPECIES);
        for (int f = 0; f < length; f += LANES) {
            sums = at(users, userAt + f).fma(at(items, likedAt + f).sub(at(items, otherAt + f)), sums);
        }
        return ((sums.lane(0) + sums.lane(1)) + (sums.lane(2) + sums.lane(3)))
                + ((sums.lane(4) + sums.lane(5)) + (sums.lane(6) + sums.lane(7)));
    }

    @Override
    public void add(float[] rows, int at, float scale, float[] target, int targetAt, int length) {
        var factor = FloatVector.broadcast(SPECIES, scale);
        for (int f = 0; f < length; f += LANES) {
            factor.fma(at(rows, at + f), at(target, targetAt + f)).intoArray(target, targetAt + f);
        }
    }

    @Override
    public void pull(
            float[] user,
            float[] items,
            int likedAt,
            int otherAt,
            int length,
            float step,
            float keep,
            boolean moveItems) {
        var forward = FloatVector.broadcast(SPECIES, step);
        var back = FloatVector.broadcast(SPECIES, -step);
        for (int f = 0; f < length; f += LANES) {
            var before = at(user, f);
            var liked = at(items, likedAt + f);
            var other = at(items, otherAt + f);
            forward.fma(liked.sub(other), before.mul(keep)).intoArray(user, f);
            if (moveItems) {
                forward.fma(before, liked.mul(keep)).intoArray(items, likedAt + f);
                back.fma(before, other.mul(keep)).intoArray(items, otherAt + f);
            }
        }
    }

    @Override
    public void sum(
            float[] rows, int length, int[] ids, int from, int to, float[] weights, float[] target, int targetAt) {
        int f = 0;
        for (; f + COLUMNS <= length; f += COLUMNS) {
            sumOfEight(rows, f, length, ids, from, to, weights, target, targetAt + f);
        }
        for (; f < length; f += LANES) {
            var sum = FloatVector.zero(SPECIES);
            for (int at = from; at < to; at++) {
                sum = FloatVector.broadcast(SPECIES, weights[ids[at]]).fma(at(rows, ids[at] * length + f), sum);
            }
            sum.intoArray(target, targetAt + f);
        }
    }

    private static void sumOfEight(
            float[] rows,
            int column,
            int length,
            int[] ids,
            int from,
            int to,
            float[] weights,
            float[] target,
            int targetAt) {
        var s0 = FloatVector.zero(SPECIES);
        var s1 = FloatVector.zero(SPECIES);
        var s2 = FloatVector.zero(SPECIES);
        var s3 = FloatVector.zero(SPECIES);
        var s4 = FloatVector.zero(SPECIES);
        var s5 = FloatVector.zero(SPECIES);
        var s6 = FloatVector.zero(SPECIES);
        var s7 = FloatVector.zero(SPECIES);
        for (int at = from; at < to; at++) {
            var weight = FloatVector.broadcast(SPECIES, weights[ids[at]]);
            int row = ids[at] * length + column;
            s0 = weight.fma(at(rows, row), s0);
            s1 = weight.fma(at(rows, row + LANES), s1);
            s2 = weight.fma(at(rows, row + 2 * LANES), s2);
            s3 = weight.fma(at(rows, row + 3 * LANES), s3);
            s4 = weight.fma(at(rows, row + 4 * LANES), s4);
            s5 = weight.fma(at(rows, row + 5 * LANES), s5);
            s6 = weight.fma(at(rows, row + 6 * LANES), s6);
            s7 = weight.fma(at(rows, row + 7 * LANES), s7);
        }
        s0.intoArray(target, targetAt);
        s1.intoArray(target, targetAt + LANES);
        s2.intoArray(target, targetAt + 2 * LANES);
        s3.intoArray(target, targetAt + 3 * LANES);
        s4.intoArray(target, targetAt + 4 * LANES);
        s5.intoArray(target, targetAt + 5 * LANES);
        s6.intoArray(target, targetAt + 6 * LANES);
        s7.intoArray(target, targetAt + 7 * LANES);
    }

    private static FloatVector at(float[] values, int index) {
        return FloatVector.fromArray(SPECIES, values, index);
    }
}
