package dev.sommelier.recommenders.dense;

/// The inner loop of dense products: outer products of a few columns with a panel, added to eight rows.
///
/// Implementations have no state and equal results to the last bit: products are fused into sums (`fma`), and every
/// element is summed in the order of `k`, so the number of lanes does not matter.
sealed interface BlockKernel permits PlainBlockKernel, VectorBlockKernel {
    /// Columns of a panel: a multiple of three vectors of four or eight doubles.
    int WIDTH = 24;

    /// Rows of a block.
    int ROWS = 8;

    /// Adds to column `column + c` of `target[row + r]`, for `r` from 0 to 7 and `c` from 0 to 23, the sum over `k`
    /// from
    /// 0 to `count - 1` of `left[leftAt + leftStride k + r] * right[rightAt + 24 k + c]`.
    void add(
            double[] left,
            int leftAt,
            int leftStride,
            double[] right,
            int rightAt,
            int count,
            double[][] target,
            int row,
            int column);

    /// What this machine and these JVM flags allow.
    static BlockKernel fastest() {
        return Fastest.KERNEL;
    }

    /// Chosen once.
    final class Fastest {
        private static final BlockKernel KERNEL =
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && VectorBlockKernel.supported()
                        ? new VectorBlockKernel()
                        : new PlainBlockKernel();

        private Fastest() {}
    }
}
