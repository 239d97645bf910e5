package dev.sommelier.recommenders.topn;

import dev.sommelier.recommenders.Rows;
import dev.sommelier.recommenders.store.DoubleArray;
import dev.sommelier.recommenders.store.StoredArray;
import dev.sommelier.recommenders.store.StoredModel;
import java.util.Map;

/// All elements, row after row.
///
/// @param values `rows x columns`
record DenseMatrix(int rows, int columns, DoubleArray values) implements Matrix {
    static final String MATRIX = "matrix";
    private static final int TILE = 8;

    /// The rows are not copied.
    static DenseMatrix of(double[][] rows, int columns) {
        return new DenseMatrix(rows.length, columns, DoubleArray.ofRows(rows));
    }

    static DenseMatrix of(StoredModel stored, int rows, int columns) {
        stored.checkSize(MATRIX, (long) rows * columns);
        return new DenseMatrix(rows, columns, stored.doubles(MATRIX));
    }

    @Override
    public void addRows(int[] some, double[] weights, double[] target) {
        var tile = new double[Math.min(TILE, some.length)][columns];
        for (int from = 0; from < some.length; from += TILE) {
            int count = Math.min(TILE, some.length - from);
            for (int n = 0; n < count; n++) {
                values.copy((long) some[from + n] * columns, tile[n], columns);
            }
            Rows.add(target, 1, weights, from, tile, 0, count, 0, columns);
        }
    }

    @Override
    public double sumAt(int row, int[] some) {
        double sum = 0;
        for (int column : some) {
            sum += values.get((long) row * columns + column);
        }
        return sum;
    }

    @Override
    public Map<String, StoredArray> arrays() {
        return Map.of(MATRIX, values);
    }
}
