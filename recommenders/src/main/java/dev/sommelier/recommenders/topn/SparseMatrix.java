package dev.sommelier.recommenders.topn;

import dev.sommelier.core.SommelierException;
import dev.sommelier.recommenders.store.DoubleArray;
import dev.sommelier.recommenders.store.IntArray;
import dev.sommelier.recommenders.store.StoredArray;
import dev.sommelier.recommenders.store.StoredModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// The elements that are not 0, row after row, columns ascending within a row (compressed sparse rows).
///
/// @param starts where each row begins in the two other arrays, and their length: `rows + 1`
/// @param positions the columns
/// @param values the elements
record SparseMatrix(int rows, int columns, IntArray starts, IntArray positions, DoubleArray values) implements Matrix {
    static final String STARTS = "starts";
    private static final String POSITIONS = "positions";
    private static final String VALUES = "values";

    /// One row while a matrix is built.
    @SuppressWarnings("ArrayRecordComponent") // a carrier inside this package, never compared
    record Row(int[] positions, double[] values) {
        /// The elements that are not 0.
        static Row of(double[] all) {
            return at(
                    all, IntStream.range(0, all.length).filter(i -> all[i] != 0).toArray());
        }

        /// The `wanted` largest of the positive elements, equal ones by position.
        static Row largest(double[] all, int wanted) {
            return at(all, Largest.positions(all, wanted));
        }

        private static Row at(double[] all, int[] positions) {
            return new Row(
                    positions, Arrays.stream(positions).mapToDouble(i -> all[i]).toArray());
        }
    }

    /// Computes all rows, on several threads.
    ///
    /// @param row called once for each row
    static SparseMatrix build(int rows, int columns, IntFunction<Row> row) {
        return of(columns, IntStream.range(0, rows).parallel().mapToObj(row).toArray(Row[]::new));
    }

    private static SparseMatrix of(int columns, Row[] rows) {
        var starts = new int[rows.length + 1];
        for (int r = 0; r < rows.length; r++) {
            starts[r + 1] = Math.addExact(starts[r], rows[r].positions().length);
        }
        var positions = new int[starts[rows.length]];
        var values = new double[positions.length];
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(rows[r].positions(), 0, positions, starts[r], rows[r].positions().length);
            System.arraycopy(rows[r].values(), 0, values, starts[r], rows[r].values().length);
        }
        return new SparseMatrix(
                rows.length, columns, IntArray.of(starts), IntArray.of(positions), DoubleArray.of(values));
    }

    static SparseMatrix of(StoredModel stored, int rows, int columns) {
        stored.checkSize(STARTS, rows + 1L);
        var starts = stored.ints(STARTS);
        var positions = stored.ints(POSITIONS);
        var values = stored.doubles(VALUES);
        stored.checkSize(VALUES, positions.size());
        int before = 0;
        for (int r = 0; r <= rows; r++) {
            if (starts.get(r) < before || starts.get(r) > positions.size()) {
                throw new SommelierException("the model file's rows do not ascend at row " + r + "; train it again.");
            }
            before = starts.get(r);
        }
        return new SparseMatrix(rows, columns, starts, positions, values);
    }

    /// Rows and columns exchanged.
    SparseMatrix transposed() {
        int[] from = positions.toArray();
        double[] by = values.toArray();
        var sizes = new int[columns + 1];
        for (int column : from) {
            sizes[column + 1]++;
        }
        Arrays.parallelPrefix(sizes, Integer::sum);
        var to = new int[from.length];
        var elements = new double[from.length];
        var next = sizes.clone();
        for (int r = 0; r < rows; r++) {
            for (int n = starts.get(r); n < starts.get(r + 1); n++) {
                to[next[from[n]]] = r;
                elements[next[from[n]]++] = by[n];
            }
        }
        return new SparseMatrix(columns, rows, IntArray.of(sizes), IntArray.of(to), DoubleArray.of(elements));
    }

    @Override
    public void addRows(int[] some, double[] weights, double[] target) {
        int longest = Arrays.stream(some).map(this::length).max().orElse(0);
        var to = new int[longest];
        var by = new double[longest];
        for (int n = 0; n < some.length; n++) {
            int count = length(some[n]);
            positions.copy(starts.get(some[n]), to, count);
            values.copy(starts.get(some[n]), by, count);
            for (int m = 0; m < count; m++) {
                target[to[m]] += weights[n] * by[m];
            }
        }
    }

    @Override
    public double sumAt(int row, int[] some) {
        double sum = 0;
        int n = starts.get(row);
        int end = starts.get(row + 1);
        for (int column : some) {
            while (n < end && positions.get(n) < column) {
                n++;
            }
            if (n < end && positions.get(n) == column) {
                sum += values.get(n);
            }
        }
        return sum;
    }

    /// How many elements of a row are kept.
    int length(int row) {
        return starts.get(row + 1L) - starts.get(row);
    }

    @Override
    public Map<String, StoredArray> arrays() {
        var arrays = new LinkedHashMap<String, StoredArray>();
        arrays.put(STARTS, starts);
        arrays.put(POSITIONS, positions);
        arrays.put(VALUES, values);
        return arrays;
    }
}
