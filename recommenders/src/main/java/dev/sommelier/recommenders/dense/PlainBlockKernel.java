package dev.sommelier.recommenders.dense;

/// The inner loop in plain Java, for JVMs without the Vector API; also what the fast one is held against.
final class PlainBlockKernel implements BlockKernel {
    @Override
    public void add(
            double[] left,
            int leftAt,
            int leftStride,
            double[] right,
            int rightAt,
            int count,
            double[][] target,
            int row,
            int column) {
        for (int r = 0; r < ROWS; r++) {
            add(left, leftAt + r, leftStride, right, rightAt, count, target[row + r], column);
        }
    }

    private static void add(
            double[] left, int leftAt, int leftStride, double[] right, int rightAt, int count, double[] row, int at) {
        for (int k = 0; k < count; k++) {
            double factor = left[leftAt + k * leftStride];
            int from = rightAt + k * WIDTH;
            for (int c = 0; c < WIDTH; c++) {
                row[at + c] = Math.fma(factor, right[from + c], row[at + c]);
            }
        }
    }
}
