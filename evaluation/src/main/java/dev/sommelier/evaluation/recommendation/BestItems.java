package dev.sommelier.evaluation.recommendation;

/// The best items of a row of scores: score descending, equal scores in catalogue order.
///
/// A bounded heap whose root is the worst kept item, so a row costs one comparison for nearly every item. One thread.
final class BestItems {
    private final int[] heap;
    private int size;
    private double[] scores = {};

    /// @param k how many are kept at most
    BestItems(int k) {
        this.heap = new int[k];
    }

    /// Picks the items of a row, best first; negative infinity is never picked.
    ///
    /// @param picked receives them
    /// @return how many were picked
    int pick(double[] row, int[] picked) {
        scores = row;
        size = 0;
        double worst = Double.NEGATIVE_INFINITY;
        for (int item = 0; item < row.length; item++) {
            // Later items lose ties. NaN is neither above nor at most `worst`, so it reaches the check.
            if (!(row[item] <= worst)) {
                if (Double.isNaN(row[item])) {
                    throw new IllegalArgumentException("scores must be numbers: item " + item + " has NaN");
                }
                keep(item);
                worst = size == heap.length ? row[heap[0]] : Double.NEGATIVE_INFINITY;
            }
        }
        int count = size;
        while (size > 0) {
            picked[size - 1] = heap[0];
            heap[0] = heap[--size];
            sink();
        }
        return count;
    }

    private void keep(int item) {
        if (size == heap.length) {
            heap[0] = item;
            sink();
            return;
        }
        int at = size++;
        heap[at] = item;
        while (at > 0 && worse(heap[at], heap[(at - 1) / 2])) {
            swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private void sink() {
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child + 1 < size && worse(heap[child + 1], heap[child])) {
                child++;
            }
            if (child >= size || !worse(heap[child], heap[at])) {
                return;
            }
            swap(at, child);
            at = child;
        }
    }

    private boolean worse(int a, int b) {
        return scores[a] < scores[b] || (scores[a] == scores[b] && a > b);
    }

    private void swap(int a, int b) {
        int item = heap[a];
        heap[a] = heap[b];
        heap[b] = item;
    }
}
