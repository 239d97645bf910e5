package dev.sommelier.recommenders.factor;

/// The inner loops of all factor models, on *panels*: a matrix is cut into strips of 16 columns, and each strip is kept
/// row after row, so that a row of a strip is one cache line and every loop walks with a constant stride.
///
/// Implementations have no state and equal results to the last bit: products are fused into sums (`fma`), and the order
/// of every sum is the one stated here.
sealed interface Kernels permits ScalarKernels, VectorKernels {
    /// Columns of a panel.
    int WIDTH = 16;

    /// Rows whose inner products are taken at once, and the partial sums of each of them.
    int EIGHT = 8;

    /// Rows of a block that [#multiply] and [#strip] work on.
    int FOUR = 4;

    /// Adds `weight * left' right` to a block of four rows and 16 columns: to element `(k, c)` the weighted sum over
    /// `m`
    /// of `left[leftAt + 16 m + k] * right[rightAt + 16 m + c]`, `m` from 0 to `count - 1` in ascending order.
    void multiply(
            float[] left, int leftAt, float[] right, int rightAt, int count, float weight, float[] out, int outAt);

    /// The step of a Cholesky factorisation within four rows of one panel: row `i` becomes `(row(i) - sum over q < i of
    /// u(q,i) row(q)) * d(i)`, `q` ascending.
    ///
    /// @param step the four `d`, then `u(0,1) u(0,2) u(1,2) u(0,3) u(1,3) u(2,3)`
    void strip(float[] matrix, int at, float[] step);

    /// The inner products of eight rows with a vector. Element `c` belongs to partial sum `c mod 8`; each grows in
    /// ascending order, and the eight are added as `((0+1)+(2+3))+((4+5)+(6+7))`.
    ///
    /// @param at where the first row's first panel starts; the next row is 16 further, the next panel `panelStride`
    void dots(float[] rows, int at, int panelStride, int panels, float[] vector, int vectorAt, float[] out, int outAt);

    /// Adds a weighted sum of `count` rows to a vector, each element in the order of the rows.
    void addRows(
            float[] rows,
            int at,
            int panelStride,
            int panels,
            float[] weights,
            int weightsAt,
            int count,
            float[] target,
            int targetAt);

    /// Which of 16 numbers are above a bound: bit `c` for number `c`.
    int above(float[] values, int at, float bound);

    /// Copies rows of a row-major matrix into panels.
    ///
    /// @param ids the rows to copy: elements `from` to `from + count - 1`
    void gather(float[] factors, int stride, int[] ids, int from, int count, float[] panels, int at, int panelStride);

    /// What this machine and these JVM flags allow.
    static Kernels fastest() {
        return Fastest.KERNELS;
    }

    /// Chosen once.
    final class Fastest {
        private static final Kernels KERNELS =
                vectorModule() && VectorKernels.supported() ? new VectorKernels() : new ScalarKernels();

        private Fastest() {}

        private static boolean vectorModule() {
            return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        }
    }
}
