package dev.sommelier.recommenders.dense;

/// Some rows of a matrix, cut into panels of 24 columns: panel by panel, row by row, the last padded with zeros.
final class Panels {
    private static final int WIDTH = BlockKernel.WIDTH;

    private final int rows;
    private final int columns;
    private final double[] data;

    Panels(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.data = new double[Math.multiplyExact(rows, count(columns) * WIDTH)];
    }

    static int count(int columns) {
        return (columns + WIDTH - 1) / WIDTH;
    }

    double[] data() {
        return data;
    }

    /// Where a row of a panel starts.
    int at(int panel, int row) {
        return (panel * rows + row) * WIDTH;
    }

    /// Takes rows `from` to `to - 1` of a symmetric matrix of which the upper triangle is valid; their own columns
    /// become zero.
    void take(double[][] matrix, int from, int to, int panel) {
        for (int row = from; row < to; row++) {
            int at = at(panel, row - from);
            for (int c = 0, column = panel * WIDTH; c < WIDTH; c++, column++) {
                data[at + c] = column >= columns || (column >= from && column < to)
                        ? 0
                        : column < from ? matrix[column][row] : matrix[row][column];
            }
        }
    }

    /// Puts the rows back where [#take] found them.
    void put(double[][] matrix, int from, int to, int panel) {
        for (int row = from; row < to; row++) {
            int at = at(panel, row - from);
            for (int c = 0, column = panel * WIDTH; c < WIDTH && column < columns; c++, column++) {
                if (column < from) {
                    matrix[column][row] = data[at + c];
                } else if (column >= to) {
                    matrix[row][column] = data[at + c];
                }
            }
        }
    }

    void negate(int panel) {
        for (int i = at(panel, 0); i < at(panel + 1, 0); i++) {
            data[i] = -data[i];
        }
    }
}
