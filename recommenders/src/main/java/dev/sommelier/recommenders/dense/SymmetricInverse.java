package dev.sommelier.recommenders.dense;

import dev.sommelier.recommenders.Cholesky;
import dev.sommelier.recommenders.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The inverse of a symmetric positive definite matrix in double precision, in its own place.
///
/// Blocks of rows are swept one after the other: with the pivot block `D` and its rows `W` in the other columns, `W`
/// becomes `inv(D) W`, the rest loses `W' inv(D) W`, and `D` becomes `-inv(D)`; after all blocks the matrix is minus
/// its
/// inverse. That is one third of `n^3` operations for a factor and two thirds for its inverse like any other way, but
/// nearly all of them in products of large blocks, and without a second matrix.
///
/// Source of the sweep: Goodnight, *A tutorial on the SWEEP operator*, The American Statistician 33(3), 1979,
/// [doi:10.1080/00031305.1979.10482685](https://doi.org/10.1080/00031305.1979.10482685); of the blocks: Goto and van de
/// Geijn, *Anatomy of high-performance matrix multiplication*, ACM TOMS 34(3), 2008,
/// [doi:10.1145/1356052.1356053](https://doi.org/10.1145/1356052.1356053).
public final class SymmetricInverse {
    private static final int WIDTH = BlockKernel.WIDTH;
    private static final int SMALL_BLOCK = 96;
    private static final int LARGE_BLOCK = 240;

    /// From here on the whole matrix passes through memory often enough for the larger block.
    private static final int LARGE = 4_000;

    /// Panels of a task on either side: its part of the matrix stays in the second-level cache.
    private static final int GROUP = 4;

    /// Rows and columns that are mirrored at once.
    private static final int TILE = 64;

    private final double[][] matrix;
    private final BlockKernel kernel;
    private final int panels;
    private final Panels rows;
    private final Panels solved;
    private final int block;
    private final int first;

    /// @param first what the matrix's first row is called when a pivot is not positive
    private SymmetricInverse(double[][] matrix, BlockKernel kernel, int block, int first) {
        this.matrix = matrix;
        this.kernel = kernel;
        int n = matrix.length;
        this.block = Math.min(n, block);
        this.panels = Panels.count(n);
        this.rows = new Panels(this.block, n);
        this.solved = new Panels(this.block, n);
        this.first = first;
    }

    /// Replaces a matrix by its inverse, `n x n`. Only the upper triangle is read. The result does not depend on the
    /// number of threads.
    ///
    /// @return the same arrays
    /// @throws ArithmeticException if the matrix is not positive definite
    public static double[][] invert(double[][] matrix) {
        return invert(matrix, BlockKernel.fastest(), block(matrix.length));
    }

    /// The bytes that [#invert(double[][])] needs beside the matrix.
    public static long scratch(int n) {
        return 2L * Double.BYTES * block(n) * Panels.count(n) * WIDTH;
    }

    static double[][] invert(double[][] matrix, BlockKernel kernel, int block) {
        new SymmetricInverse(matrix, kernel, block, 0).run();
        return matrix;
    }

    private static int block(int n) {
        return Math.min(n, n < LARGE ? SMALL_BLOCK : LARGE_BLOCK);
    }

    private void run() {
        int n = matrix.length;
        for (int from = 0; from < n; from += block) {
            sweep(from, Math.min(from + block, n));
        }
        finish();
    }

    private void sweep(int from, int to) {
        double[] pivot = pivotInverse(from, to);
        int size = to - from;
        IntStream.range(0, panels).parallel().forEach(panel -> {
            rows.take(matrix, from, to, panel);
            solve(pivot, size, panel);
            rows.negate(panel);
        });
        int groups = (panels + GROUP - 1) / GROUP;
        Workers.run(groups * (groups + 1) / 2, () -> new double[GROUP * WIDTH][GROUP * WIDTH], (copy, task) -> {
            // Tasks of the first group of columns, then of the second, and so on.
            int right = (int) ((Math.sqrt(8.0 * task + 1) - 1) / 2);
            update(task - right * (right + 1) / 2, right, size, copy);
        });
        IntStream.range(0, panels).parallel().forEach(panel -> solved.put(matrix, from, to, panel));
        for (int row = 0; row < size; row++) {
            for (int column = row; column < size; column++) {
                matrix[from + row][from + column] = -pivot[place(row, column, size)];
            }
        }
    }

    /// `inv(D) W` in one panel.
    private void solve(double[] pivot, int size, int panel) {
        var part = new double[BlockKernel.ROWS][WIDTH];
        for (int row = 0; row < size; row += BlockKernel.ROWS) {
            for (double[] one : part) {
                Arrays.fill(one, 0);
            }
            kernel.add(pivot, row * size, BlockKernel.ROWS, rows.data(), rows.at(panel, 0), size, part, 0, 0);
            for (int r = 0; r < Math.min(BlockKernel.ROWS, size - row); r++) {
                System.arraycopy(part[r], 0, solved.data(), solved.at(panel, row + r), WIDTH);
            }
        }
    }

    /// Takes `W' inv(D) W` from the part of the upper triangle where two groups of panels cross. Works on a copy, since
    /// the rows of a matrix lie far apart.
    private void update(int rowGroup, int columnGroup, int size, double[][] copy) {
        int n = matrix.length;
        int firstRow = rowGroup * GROUP * WIDTH;
        int firstColumn = columnGroup * GROUP * WIDTH;
        int height = Math.min(GROUP * WIDTH, n - firstRow);
        int width = Math.min(GROUP * WIDTH, n - firstColumn);
        for (int row = 0; row < height; row++) {
            System.arraycopy(matrix[firstRow + row], firstColumn, copy[row], 0, width);
        }
        for (int column = 0; column < width; column += WIDTH) {
            int right = solved.at((firstColumn + column) / WIDTH, 0);
            int end = Math.min(height, firstColumn + column + WIDTH - firstRow);
            for (int row = 0; row < end; row += BlockKernel.ROWS) {
                int left = rows.at((firstRow + row) / WIDTH, 0) + row % WIDTH;
                kernel.add(rows.data(), left, WIDTH, solved.data(), right, size, copy, row, column);
            }
        }
        for (int row = 0; row < height; row++) {
            System.arraycopy(copy[row], 0, matrix[firstRow + row], firstColumn, width);
        }
    }

    /// The inverse of a pivot block in strips of eight columns, as the kernel reads them.
    private double[] pivotInverse(int from, int to) {
        int size = to - from;
        var part = new double[size][];
        for (int row = 0; row < size; row++) {
            part[row] = Arrays.copyOfRange(matrix[from + row], from, to);
        }
        double[][] inverse = part;
        if (size > SMALL_BLOCK) {
            new SymmetricInverse(part, kernel, SMALL_BLOCK, first + from).run();
        } else {
            inverse = Cholesky.invert(part, first + from);
        }
        var pivot = new double[(size + BlockKernel.ROWS - 1) / BlockKernel.ROWS * BlockKernel.ROWS * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                pivot[place(row, column, size)] = inverse[row][column];
            }
        }
        return pivot;
    }

    private static int place(int row, int column, int size) {
        return (column / BlockKernel.ROWS * size + row) * BlockKernel.ROWS + column % BlockKernel.ROWS;
    }

    /// Makes the upper triangle positive and copies it to the lower one.
    private void finish() {
        int n = matrix.length;
        IntStream.range(0, n).parallel().forEach(row -> {
            for (int column = row; column < n; column++) {
                matrix[row][column] = -matrix[row][column];
            }
        });
        int tiles = (n + TILE - 1) / TILE;
        IntStream.range(0, tiles * tiles).parallel().forEach(task -> mirror(task / tiles * TILE, task % tiles * TILE));
    }

    private void mirror(int firstRow, int firstColumn) {
        for (int row = firstRow; row < Math.min(firstRow + TILE, matrix.length); row++) {
            for (int column = firstColumn; column < Math.min(firstColumn + TILE, row); column++) {
                matrix[row][column] = matrix[column][row];
            }
        }
    }
}
