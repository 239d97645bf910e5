package dev.sommelier.recommenders.topn;

import dev.sommelier.recommenders.store.StoredArray;
import dev.sommelier.recommenders.store.StoredModel;
import java.util.Map;

/// A matrix of weights in memory or in a mapped file, read row by row.
sealed interface Matrix permits DenseMatrix, SparseMatrix {
    int rows();

    int columns();

    /// Adds `weights[n] * row rows[n]` to `target`, the rows in their order.
    void addRows(int[] rows, double[] weights, double[] target);

    /// The sum of one row's elements at ascending columns.
    double sumAt(int row, int[] columns);

    /// The arrays to keep.
    Map<String, StoredArray> arrays();

    /// The matrix that a model file holds, sparse or dense.
    ///
    /// @throws dev.sommelier.core.SommelierException if its arrays are missing or of other lengths
    static Matrix of(StoredModel stored, int rows, int columns) {
        return stored.arrays().containsKey(SparseMatrix.STARTS)
                ? SparseMatrix.of(stored, rows, columns)
                : DenseMatrix.of(stored, rows, columns);
    }
}
