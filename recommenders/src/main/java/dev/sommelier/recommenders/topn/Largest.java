package dev.sommelier.recommenders.topn;

import java.util.Arrays;

/// Picks the largest positive values.
final class Largest {
    private Largest() {}

    /// The positions of the `wanted` largest positive values in ascending order; of equal values the first ones.
    static int[] positions(double[] values, int wanted) {
        var positive = Arrays.stream(values).filter(value -> value > 0).toArray();
        double smallest = 0;
        int ties = 0;
        if (wanted < positive.length) {
            Arrays.sort(positive);
            smallest = positive[positive.length - wanted];
            int border = positive.length;
            while (border > 0 && positive[border - 1] > smallest) {
                border--;
            }
            ties = wanted - (positive.length - border);
        }
        var kept = new int[Math.min(wanted, positive.length)];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] > smallest || (smallest > 0 && values[i] == smallest && ties-- > 0)) {
                kept[count++] = i;
            }
        }
        return kept;
    }
}
