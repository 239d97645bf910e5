package dev.sommelier.experiments.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Random choices that depend on seed and user alone. The Javadoc of [Random] fixes its numbers for good.
final class Shuffle {
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private Shuffle() {}

    static Random random(long seed, String user) {
        return new Random(seed * STEP + user.hashCode());
    }

    static <T> List<T> of(List<T> values, Random random) {
        var shuffled = new ArrayList<>(values);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        return List.copyOf(shuffled);
    }
}
