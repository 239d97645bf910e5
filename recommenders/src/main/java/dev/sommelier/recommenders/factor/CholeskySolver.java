package dev.sommelier.recommenders.factor;

import java.util.Arrays;

/// Solves a row exactly: the normal equations in single precision, factored as `U'U` four rows at a time with the same
/// kernel that adds up their outer products. A row whose equations are too close to singular for that is solved in
/// double precision.
final class CholeskySolver implements HalfStep.RowSolver {
    private static final int WIDTH = Kernels.WIDTH;
    private static final int TILE = 64;

    /// A pivot that has lost so much of its diagonal element has no digits left in single precision.
    private static final float SMALLEST_PIVOT = 1e-5f;

    private final HalfStep step;
    private final Kernels kernels;
    private final int stride;
    private final int panels;
    private final float[] base;
    private final float[] matrix;
    private final float[] right;
    private final float[] negated;
    private final float[] inverse;
    private final float[] solution;
    private final float[] tile;
    private final float[] weights = new float[TILE];
    private final float[] products = new float[Kernels.EIGHT];
    private final float[] coefficients = new float[10];

    CholeskySolver(HalfStep step) {
        this.step = step;
        this.kernels = step.kernels();
        this.stride = step.fixed().stride();
        this.panels = stride / WIDTH;
        this.base = step.gramPanels();
        this.matrix = new float[stride * stride];
        this.right = new float[stride];
        this.negated = new float[stride];
        this.inverse = new float[stride];
        this.solution = new float[stride];
        this.tile = new float[TILE * stride];
        Arrays.fill(weights, (float) (1 + step.options().alpha()));
    }

    @Override
    public void solve(int[] ids, int from, int count, float[] vectors, int at) {
        if (count == 0) {
            Arrays.fill(vectors, at, at + stride, 0);
            return;
        }
        double regularization = step.regularization(count);
        load(ids, from, count, (float) regularization);
        if (factor()) {
            forward();
            backward();
            System.arraycopy(solution, 0, vectors, at, stride);
        } else {
            DoubleSystem.solve(step, ids, from, count, regularization, vectors, at);
        }
    }

    private void load(int[] ids, int from, int count, float regularization) {
        System.arraycopy(base, 0, matrix, 0, matrix.length);
        Arrays.fill(right, 0);
        for (int start = 0; start < count; start += TILE) {
            int rows = Math.min(TILE, count - start);
            kernels.gather(step.fixed().data(), stride, ids, from + start, rows, tile, 0, TILE * WIDTH);
            kernels.addRows(tile, 0, TILE * WIDTH, panels, weights, 0, rows, right, 0);
            float alpha = (float) step.options().alpha();
            Squares.add(kernels, tile, TILE * WIDTH, rows, alpha, matrix, stride);
        }
        for (int i = 0; i < stride; i++) {
            // A padding column is an equation of its own, 1 x = 0.
            matrix[place(i, i)] += i < step.fixed().factors() ? regularization : 1;
        }
    }

    private boolean factor() {
        for (int i = 0; i < stride; i += Kernels.FOUR) {
            int diagonal = i / WIDTH;
            int left = diagonal * stride * WIDTH + i % WIDTH;
            float first = matrix[place(i, i)];
            float second = matrix[place(i + 1, i + 1)];
            float third = matrix[place(i + 2, i + 2)];
            float fourth = matrix[place(i + 3, i + 3)];
            for (int panel = diagonal; panel < panels; panel++) {
                int to = panel * stride * WIDTH;
                kernels.multiply(matrix, left, matrix, to, i, -1, matrix, to + i * WIDTH);
            }
            if (!factorFour(i, first, second, third, fourth)) {
                return false;
            }
            for (int panel = diagonal; panel < panels; panel++) {
                kernels.strip(matrix, (panel * stride + i) * WIDTH, coefficients);
            }
        }
        return true;
    }

    /// The block on the diagonal: its pivots and what the four rows then need.
    private boolean factorFour(int i, float first, float second, float third, float fourth) {
        int row = place(i, i);
        float pivot = matrix[row];
        if (!(pivot > SMALLEST_PIVOT * first)) {
            return false;
        }
        float d0 = inverseRoot(pivot);
        float u01 = matrix[row + 1] * d0;
        float u02 = matrix[row + 2] * d0;
        float u03 = matrix[row + 3] * d0;
        row += WIDTH;
        pivot = Math.fma(-u01, u01, matrix[row + 1]);
        if (!(pivot > SMALLEST_PIVOT * second)) {
            return false;
        }
        float d1 = inverseRoot(pivot);
        float u12 = Math.fma(-u01, u02, matrix[row + 2]) * d1;
        float u13 = Math.fma(-u01, u03, matrix[row + 3]) * d1;
        row += WIDTH;
        pivot = Math.fma(-u12, u12, Math.fma(-u02, u02, matrix[row + 2]));
        if (!(pivot > SMALLEST_PIVOT * third)) {
            return false;
        }
        float d2 = inverseRoot(pivot);
        float u23 = Math.fma(-u12, u13, Math.fma(-u02, u03, matrix[row + 3])) * d2;
        row += WIDTH;
        pivot = Math.fma(-u23, u23, Math.fma(-u13, u13, Math.fma(-u03, u03, matrix[row + 3])));
        if (!(pivot > SMALLEST_PIVOT * fourth)) {
            return false;
        }
        keep(i, d0, d1, d2, inverseRoot(pivot));
        coefficients[4] = u01;
        coefficients[5] = u02;
        coefficients[6] = u12;
        coefficients[7] = u03;
        coefficients[8] = u13;
        coefficients[9] = u23;
        return true;
    }

    private void keep(int i, float... pivots) {
        System.arraycopy(pivots, 0, coefficients, 0, Kernels.FOUR);
        System.arraycopy(pivots, 0, inverse, i, Kernels.FOUR);
    }

    /// Solves `U' z = right`; `negated` becomes `-z`.
    private void forward() {
        for (int i = 0; i < stride; i += Kernels.FOUR) {
            for (int r = i; r < i + Kernels.FOUR; r++) {
                float sum = right[r];
                for (int q = i; q < r; q++) {
                    sum = Math.fma(negated[q], matrix[place(q, r)], sum);
                }
                negated[r] = -sum * inverse[r];
            }
            int panel = i / WIDTH;
            kernels.addRows(
                    matrix,
                    (panel * stride + i) * WIDTH,
                    stride * WIDTH,
                    panels - panel,
                    negated,
                    i,
                    Kernels.FOUR,
                    right,
                    panel * WIDTH);
        }
    }

    /// Solves `U x = z`, eight rows at a time; what is not solved yet counts as zero.
    private void backward() {
        Arrays.fill(solution, 0);
        for (int i = stride - Kernels.EIGHT; i >= 0; i -= Kernels.EIGHT) {
            int panel = i / WIDTH;
            kernels.dots(
                    matrix,
                    (panel * stride + i) * WIDTH,
                    stride * WIDTH,
                    panels - panel,
                    solution,
                    panel * WIDTH,
                    products,
                    0);
            for (int r = i + Kernels.EIGHT - 1; r >= i; r--) {
                float sum = -negated[r] - products[r - i];
                for (int q = r + 1; q < i + Kernels.EIGHT; q++) {
                    sum = Math.fma(-matrix[place(r, q)], solution[q], sum);
                }
                solution[r] = sum * inverse[r];
            }
        }
    }

    private int place(int row, int column) {
        return (column / WIDTH * stride + row) * WIDTH + column % WIDTH;
    }

    private static float inverseRoot(float pivot) {
        return (float) (1 / Math.sqrt(pivot));
    }
}
