package dev.sommelier.recommenders.factor;

/// Sums of outer products, the costly part of an exact solution.
final class Squares {
    private Squares() {}

    /// Adds `weight * sum of y y'` to the upper triangle of a matrix of panels; below the diagonal it adds to some
    /// elements of the blocks on it.
    static void add(
            Kernels kernels, float[] rows, int panelStride, int count, float weight, float[] matrix, int stride) {
        for (int i = 0; i < stride; i += Kernels.FOUR) {
            int diagonal = i / Kernels.WIDTH;
            int left = diagonal * panelStride + i % Kernels.WIDTH;
            for (int panel = diagonal; panel * Kernels.WIDTH < stride; panel++) {
                kernels.multiply(
                        rows,
                        left,
                        rows,
                        panel * panelStride,
                        count,
                        weight,
                        matrix,
                        (panel * stride + i) * Kernels.WIDTH);
            }
        }
    }
}
