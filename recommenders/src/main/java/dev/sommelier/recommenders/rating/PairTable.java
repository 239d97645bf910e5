package dev.sommelier.recommenders.rating;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// One value for some pairs of items: for each item the others, ascending. Takes 12 bytes a pair and direction.
final class PairTable {
    private final Row[] rows;

    private PairTable(Row[] rows) {
        this.rows = rows;
    }

    /// Makes every row, on several threads.
    static PairTable build(int items, IntFunction<Row> row) {
        return new PairTable(IntStream.range(0, items).parallel().mapToObj(row).toArray(Row[]::new));
    }

    /// The value of a pair, or `none` where it has none.
    double get(int item, int other, double none) {
        var row = rows[item];
        int found = Arrays.binarySearch(row.others, other);
        return found < 0 ? none : row.values[found];
    }

    /// The mean value of the pairs of an item with any of these, itself left out; NaN where there is none. Walks the
    /// item's row, which costs less than to look up each.
    double mean(int item, boolean[] wanted) {
        var row = rows[item];
        double sum = 0;
        int count = 0;
        for (int n = 0; n < row.others.length; n++) {
            int other = row.others[n];
            if (wanted[other] && other != item) {
                sum += row.values[n];
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /// One item's others and values.
    static final class Row {
        private final int[] others;
        private final double[] values;

        private Row(int[] others, double[] values) {
            this.others = others;
            this.values = values;
        }

        /// Keeps the values that are not `none`.
        static Row of(double[] dense, double none) {
            int size = 0;
            for (double value : dense) {
                size += value == none || Double.isNaN(value) ? 0 : 1;
            }
            var others = new int[size];
            var values = new double[size];
            int at = 0;
            for (int other = 0; other < dense.length; other++) {
                if (dense[other] != none && !Double.isNaN(dense[other])) {
                    others[at] = other;
                    values[at++] = dense[other];
                }
            }
            return new Row(others, values);
        }
    }
}
