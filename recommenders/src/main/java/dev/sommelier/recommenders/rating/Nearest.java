package dev.sommelier.recommenders.rating;

/// The most similar of the neighbours that are offered; of equal ones those that came first.
final class Nearest {
    private final double[] similarities;
    private final double[] values;
    private int size;

    Nearest(int wanted) {
        similarities = new double[wanted];
        values = new double[wanted];
    }

    /// @param similarity above 0
    /// @param value what the neighbour contributes
    void offer(double similarity, double value) {
        if (size == similarities.length) {
            if (similarity <= similarities[size - 1]) {
                return;
            }
            size--;
        }
        int at = size++;
        while (at > 0 && similarities[at - 1] < similarity) {
            similarities[at] = similarities[at - 1];
            values[at] = values[at - 1];
            at--;
        }
        similarities[at] = similarity;
        values[at] = value;
    }

    int size() {
        return size;
    }

    /// The mean of the values, weighted by similarity.
    double mean() {
        double sum = 0;
        double total = 0;
        for (int n = 0; n < size; n++) {
            sum += similarities[n] * values[n];
            total += similarities[n];
        }
        return sum / total;
    }
}
