package dev.sommelier.recommenders.factor;

import java.util.Arrays;

/// The row kernels in plain Java, for JVMs without the Vector API; also what the fast ones are held against.
final class ScalarRowKernels implements RowKernels {
    private static final int LANES = Kernels.EIGHT;

    @Override
    public float difference(float[] users, int userAt, float[] items, int likedAt, int otherAt, int length) {
        var sums = new float[LANES];
        for (int f = 0; f < length; f += LANES) {
            for (int c = 0; c < LANES; c++) {
                sums[c] = Math.fma(users[userAt + f + c], items[likedAt + f + c] - items[otherAt + f + c], sums[c]);
            }
        }
        return ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
    }

    @Override
    public void add(float[] rows, int at, float scale, float[] target, int targetAt, int length) {
        for (int f = 0; f < length; f++) {
            target[targetAt + f] = Math.fma(scale, rows[at + f], target[targetAt + f]);
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
        for (int f = 0; f < length; f++) {
            float before = user[f];
            float liked = items[likedAt + f];
            float other = items[otherAt + f];
            user[f] = Math.fma(step, liked - other, keep * before);
            if (moveItems) {
                items[likedAt + f] = Math.fma(step, before, keep * liked);
                items[otherAt + f] = Math.fma(-step, before, keep * other);
            }
        }
    }

    @Override
    public void sum(
            float[] rows, int length, int[] ids, int from, int to, float[] weights, float[] target, int targetAt) {
        Arrays.fill(target, targetAt, targetAt + length, 0);
        for (int at = from; at < to; at++) {
            float weight = weights[ids[at]];
            int row = ids[at] * length;
            for (int f = 0; f < length; f++) {
                target[targetAt + f] = Math.fma(weight, rows[row + f], target[targetAt + f]);
            }
        }
    }
}
