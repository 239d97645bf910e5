package dev.sommelier.recommenders.rating;

import java.util.stream.IntStream;

/// The order into which numpy's `RandomState(seed).shuffle` brings 0, 1, ..., by the Mersenne twister MT19937.
///
/// Surprise's `KFold` shuffles the rows before it deals them, and the order of the training rows decides between
/// equally
/// similar neighbours, so its figures can only be met in its order.
final class NumpyShuffle {
    private static final int SIZE = 624;
    private static final int SHIFT = 397;

    private final int[] state = new int[SIZE];
    private int next = SIZE;

    private NumpyShuffle(int seed) {
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    static int[] order(int length, int seed) {
        var random = new NumpyShuffle(seed);
        var order = IntStream.range(0, length).toArray();
        for (int i = length - 1; i > 0; i--) {
            int j = random.upTo(i);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    private int upTo(int max) {
        int mask = -1 >>> Integer.numberOfLeadingZeros(max);
        int value = draw() & mask;
        while (value > max) {
            value = draw() & mask;
        }
        return value;
    }

    private int draw() {
        if (next == SIZE) {
            twist();
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
            state[i] = state[(i + SHIFT) % SIZE] ^ (y >>> 1) ^ ((y & 1) * 0x9908b0df);
        }
        next = 0;
    }
}
