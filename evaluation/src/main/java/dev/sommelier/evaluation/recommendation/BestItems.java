package dev.sommelier.evaluation.recommendation;

/// The best items of a row of scores: score descending, equal scores in catalogue order.
///
/// Items that beat the worst of the best so far go into a bounded buffer; when it is full, a quickselect cuts it down
/// to
/// the best. A row so costs one comparison for nearly every item, where a heap would sift each newcomer. One thread.
final class BestItems {
    private static final int SPARE = 4;

    private final int k;
    private final int[] buffer;
    private double[] scores = {};

    /// @param k how many are kept at most
    BestItems(int k) {
        this.k = k;
        this.buffer = new int[SPARE * k + 1];
    }

    /// Picks the items of a row, best first; negative infinity is never picked.
    ///
    /// @param picked receives them
    /// @return how many were picked
    int pick(double[] row, int[] picked) {
        scores = row;
        int size = 0;
        double worst = Double.NEGATIVE_INFINITY;
        for (int item = 0; item < row.length; item++) {
            // Later items lose ties. NaN is neither above nor at most `worst`, so it reaches the check.
            if (!(row[item] <= worst)) {
                if (Double.isNaN(row[item])) {
                    throw new IllegalArgumentException("scores must be numbers: item " + item + " has NaN");
                }
                buffer[size++] = item;
                if (size == buffer.length) {
                    select(size);
                    size = k;
                    worst = row[worstOf(size)];
                }
            }
        }
        if (size > k) {
            select(size);
            size = k;
        }
        sort(0, size);
        System.arraycopy(buffer, 0, picked, 0, size);
        return size;
    }

    /// Moves the best `k` of the buffer to its front, in any order.
    private void select(int size) {
        int from = 0;
        int to = size;
        while (to - from > 1) {
            int middle = partition(from, to);
            if (middle == k) {
                return;
            }
            if (middle < k) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
    }

    private void sort(int from, int to) {
        int start = from;
        while (to - start > 1) {
            int middle = partition(start, to);
            sort(start, middle);
            start = middle + 1;
        }
    }

    /// Puts an item in its place, better ones before it.
    private int partition(int from, int to) {
        swap(from + (to - from) / 2, to - 1);
        int pivot = buffer[to - 1];
        int place = from;
        for (int i = from; i < to - 1; i++) {
            if (better(buffer[i], pivot)) {
                swap(i, place++);
            }
        }
        swap(place, to - 1);
        return place;
    }

    private int worstOf(int size) {
        int worst = buffer[0];
        for (int i = 1; i < size; i++) {
            worst = better(worst, buffer[i]) ? buffer[i] : worst;
        }
        return worst;
    }

    private boolean better(int a, int b) {
        return scores[a] > scores[b] || (scores[a] == scores[b] && a < b);
    }

    private void swap(int a, int b) {
        int item = buffer[a];
        buffer[a] = buffer[b];
        buffer[b] = item;
    }
}
