package dev.sommelier.recommenders;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// A sparse matrix of positive similarities: for each item some others, ascending.
final class Neighbours {
    private final int[][] positions;
    private final double[][] similarities;

    private Neighbours(int[][] positions, double[][] similarities) {
        this.positions = positions;
        this.similarities = similarities;
    }

    /// Keeps the most similar items of each item, equal similarities in order of position.
    ///
    /// @param wanted how many to keep, at least 1; similarities that are not positive are never kept
    /// @param row gives an item's similarity to every item; called once for each item, on several threads
    static Neighbours mostSimilar(int items, int wanted, IntFunction<double[]> row) {
        var positions = new int[items][];
        var similarities = new double[items][];
        IntStream.range(0, items).parallel().forEach(item -> {
            double[] all = row.apply(item);
            positions[item] = largest(all, wanted);
            similarities[item] = Arrays.stream(positions[item])
                    .mapToDouble(other -> all[other])
                    .toArray();
        });
        return new Neighbours(positions, similarities);
    }

    /// The matrix with rows and columns exchanged.
    Neighbours inverted() {
        var sizes = new int[positions.length];
        for (int[] row : positions) {
            for (int position : row) {
                sizes[position]++;
            }
        }
        var invertedPositions = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        var invertedSimilarities = Arrays.stream(sizes).mapToObj(double[]::new).toArray(double[][]::new);
        Arrays.fill(sizes, 0);
        for (int item = 0; item < positions.length; item++) {
            for (int n = 0; n < positions[item].length; n++) {
                int to = positions[item][n];
                invertedPositions[to][sizes[to]] = item;
                invertedSimilarities[to][sizes[to]++] = similarities[item][n];
            }
        }
        return new Neighbours(invertedPositions, invertedSimilarities);
    }

    /// Adds one item's similarities to the scores of its neighbours.
    void addTo(double[] scores, int item) {
        int[] to = positions[item];
        double[] by = similarities[item];
        for (int n = 0; n < to.length; n++) {
            scores[to[n]] += by[n];
        }
    }

    /// The similarity of two items; 0 where it is not kept.
    double of(int item, int other) {
        int found = Arrays.binarySearch(positions[item], other);
        return found < 0 ? 0 : similarities[item][found];
    }

    private static int[] largest(double[] row, int wanted) {
        double smallest = smallestKept(row, wanted);
        int ties = wanted
                - (int) Arrays.stream(row).filter(value -> value > smallest).count();
        var kept = new int[Math.min(wanted, row.length)];
        int count = 0;
        for (int i = 0; i < row.length; i++) {
            if (row[i] > smallest || (row[i] > 0 && row[i] == smallest && ties-- > 0)) {
                kept[count++] = i;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static double smallestKept(double[] row, int wanted) {
        if (wanted >= row.length) {
            return 0;
        }
        var sorted = row.clone();
        Arrays.sort(sorted);
        return Math.max(0, sorted[sorted.length - wanted]);
    }
}
