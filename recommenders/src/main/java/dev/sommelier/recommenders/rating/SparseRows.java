package dev.sommelier.recommenders.rating;

/// A sparse matrix by rows in flat arrays; each row in the order in which its entries came.
final class SparseRows {
    private final int[] starts;
    private final int[] columns;
    private final double[] values;

    private SparseRows(int[] starts, int[] columns, double[] values) {
        this.starts = starts;
        this.columns = columns;
        this.values = values;
    }

    /// Sorts entries into rows, keeping their order within each row.
    ///
    /// @param row the row of each entry
    static SparseRows of(int rows, int[] row, int[] column, double[] value) {
        var starts = new int[rows + 1];
        for (int r : row) {
            starts[r + 1]++;
        }
        for (int r = 0; r < rows; r++) {
            starts[r + 1] += starts[r];
        }
        var next = starts.clone();
        var columns = new int[row.length];
        var values = new double[row.length];
        for (int n = 0; n < row.length; n++) {
            int at = next[row[n]]++;
            columns[at] = column[n];
            values[at] = value[n];
        }
        return new SparseRows(starts, columns, values);
    }

    /// The same entries with other values.
    SparseRows map(Cell cell) {
        var mapped = new double[values.length];
        for (int row = 0; row < rows(); row++) {
            for (int n = starts[row]; n < starts[row + 1]; n++) {
                mapped[n] = cell.of(row, columns[n], values[n]);
            }
        }
        return new SparseRows(starts, columns, mapped);
    }

    int rows() {
        return starts.length - 1;
    }

    /// The number of entries in a row.
    int size(int row) {
        return starts[row + 1] - starts[row];
    }

    /// The place of a row's first entry.
    int start(int row) {
        return starts[row];
    }

    /// The place after a row's last entry.
    int end(int row) {
        return starts[row + 1];
    }

    int column(int place) {
        return columns[place];
    }

    double value(int place) {
        return values[place];
    }

    /// The mean of a row; 0 for an empty one.
    double mean(int row) {
        double sum = 0;
        for (int n = starts[row]; n < starts[row + 1]; n++) {
            sum += values[n];
        }
        return size(row) == 0 ? 0 : sum / size(row);
    }

    /// The population standard deviation of a row.
    double deviation(int row) {
        double mean = mean(row);
        double sum = 0;
        for (int n = starts[row]; n < starts[row + 1]; n++) {
            sum += (values[n] - mean) * (values[n] - mean);
        }
        return size(row) == 0 ? 0 : Math.sqrt(sum / size(row));
    }

    /// All entries' columns in order of rows; not to be changed.
    int[] columns() {
        return columns;
    }

    /// All entries' values in order of rows; not to be changed.
    double[] values() {
        return values;
    }

    /// A new value for an entry.
    @FunctionalInterface
    interface Cell {
        double of(int row, int column, double value);
    }
}
