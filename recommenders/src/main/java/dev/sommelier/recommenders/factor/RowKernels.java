package dev.sommelier.recommenders.factor;

/// The inner loops of models that are trained by gradients, on whole rows of [Factors].
///
/// Implementations have no state and equal results to the last bit, as those of [Kernels]: products are fused into
/// sums,
/// and the order of every sum is the one stated here.
sealed interface RowKernels permits ScalarRowKernels, VectorRowKernels {
    /// By how much a user's inner product with one item is above that with another. Element `c` belongs to partial sum
    /// `c mod 8`; each grows in ascending order, and the eight are added as `((0+1)+(2+3))+((4+5)+(6+7))`.
    ///
    /// @param length a multiple of 16
    float difference(float[] users, int userAt, float[] items, int likedAt, int otherAt, int length);

    /// Adds `scale` times a row to another.
    ///
    /// @param length a multiple of 16
    void add(float[] rows, int at, float scale, float[] target, int targetAt, int length);

    /// A step of length `step` on that difference: the user by `liked - other`, the items by plus and minus the user as
    /// it was before; everything is multiplied by `keep` first.
    ///
    /// @param moveItems whether the items move too
    void pull(
            float[] user,
            float[] items,
            int likedAt,
            int otherAt,
            int length,
            float step,
            float keep,
            boolean moveItems);

    /// Sets a row to the weighted sum of some rows, each element in the order of `ids`.
    ///
    /// @param ids the rows to add: elements `from` to `to - 1`
    /// @param weights by row
    /// @param length of a row, a multiple of 16
    void sum(float[] rows, int length, int[] ids, int from, int to, float[] weights, float[] target, int targetAt);

    /// What this machine and these JVM flags allow.
    static RowKernels fastest() {
        return Kernels.fastest() instanceof VectorKernels ? new VectorRowKernels() : new ScalarRowKernels();
    }
}
