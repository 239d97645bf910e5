package dev.sommelier.recommenders.factor;

import java.util.Arrays;

/// Solves a row by conjugate gradient steps.
///
/// The row's vectors are gathered once, in tiles, and every pass reads them from there: first all inner products of a
/// tile, then their weighted sum.
final class GradientSolver implements HalfStep.RowSolver {
    /// Rows of a tile: 16 KB at 64 factors, which stays in the first-level cache between the two halves of a pass.
    private static final int TILE = 64;

    private static final int PANEL = TILE * Kernels.WIDTH;

    /// Tiles that are kept for the next pass: 8 MB at 64 factors. Rows with more contacts have the vectors of the
    /// others
    /// gathered anew in each pass, so that a thread's memory does not grow with the longest row.
    private static final int MOST_TILES = 512;

    private static final double CONVERGED = 1e-20;

    private final HalfStep step;
    private final Kernels kernels;
    private final int steps;
    private final int mostTiles;
    private final int stride;
    private final float alpha;
    private final float[] solution;
    private final float[] residual;
    private final float[] direction;
    private final float[] image;
    private final float[] weights = new float[TILE];
    private float[] tiles = new float[0];
    private int[] ids = new int[0];
    private int from;

    GradientSolver(HalfStep step, int steps) {
        this(step, steps, MOST_TILES);
    }

    /// @param mostTiles how many tiles are kept for the next pass
    GradientSolver(HalfStep step, int steps, int mostTiles) {
        this.mostTiles = mostTiles;
        this.step = step;
        this.kernels = step.kernels();
        this.steps = steps;
        this.stride = step.fixed().stride();
        this.alpha = (float) step.options().alpha();
        this.solution = new float[stride];
        this.residual = new float[stride];
        this.direction = new float[stride];
        this.image = new float[stride];
    }

    @Override
    public void solve(int[] ids, int from, int count, float[] vectors, int at) {
        if (count == 0) {
            Arrays.fill(vectors, at, at + stride, 0);
            return;
        }
        gather(ids, from, count);
        System.arraycopy(vectors, at, solution, 0, stride);
        float regularization = (float) step.regularization(count);
        multiply(solution, regularization, residual);
        for (int f = 0; f < stride; f++) {
            residual[f] = -residual[f];
        }
        addContacts(solution, count, 1 + alpha, -alpha, residual);
        System.arraycopy(residual, 0, direction, 0, stride);
        double squares = dot(residual, residual, stride);
        for (int s = 1; s < steps && squares > CONVERGED; s++) {
            multiply(direction, regularization, image);
            addContacts(direction, count, 0, alpha, image);
            float length = (float) (squares / dot(direction, image, stride));
            addScaled(solution, length, direction, solution);
            addScaled(residual, -length, image, residual);
            double next = dot(residual, residual, stride);
            addScaled(residual, (float) (next / squares), direction, direction);
            squares = next;
        }
        if (squares > CONVERGED) {
            // After the last step nobody asks for the residual, so the curvature along it is enough.
            multiply(direction, regularization, image);
            double curvature = dot(direction, image, stride) + alpha * squaresOfProducts(direction, count);
            addScaled(solution, (float) (squares / curvature), direction, solution);
        }
        System.arraycopy(solution, 0, vectors, at, stride);
    }

    private void gather(int[] ofRow, int start, int count) {
        ids = ofRow;
        from = start;
        int kept = Math.min((count + TILE - 1) / TILE, mostTiles);
        // One more for what is not kept.
        int length = (kept + (count > mostTiles * TILE ? 1 : 0)) * TILE * stride;
        if (tiles.length < length) {
            tiles = new float[0];
            tiles = new float[length];
        }
        for (int tile = 0; tile < kept; tile++) {
            gather(tile * TILE, count, tile * TILE * stride);
        }
    }

    private void gather(int start, int count, int base) {
        int rows = Math.min(TILE, count - start);
        kernels.gather(step.fixed().data(), stride, ids, from + start, rows, tiles, base, PANEL);
        // Inner products are taken of eight rows at once: those after the last must at least be numbers.
        int end = (rows + Kernels.EIGHT - 1) / Kernels.EIGHT * Kernels.EIGHT;
        for (int panel = base; panel < base + TILE * stride; panel += PANEL) {
            Arrays.fill(tiles, panel + rows * Kernels.WIDTH, panel + end * Kernels.WIDTH, 0);
        }
    }

    /// Where the tile of the contacts from `start` on lies.
    private int tile(int start, int count) {
        if (start < mostTiles * TILE) {
            return start * stride;
        }
        int base = mostTiles * TILE * stride;
        gather(start, count, base);
        return base;
    }

    /// `to = (Y'Y + regularization I) vector`.
    private void multiply(float[] vector, float regularization, float[] to) {
        for (int f = 0; f < stride; f++) {
            to[f] = regularization * vector[f];
        }
        kernels.addRows(step.gramPanels(), 0, stride * Kernels.WIDTH, stride / Kernels.WIDTH, vector, 0, stride, to, 0);
    }

    /// Adds `(constant + slope * y'vector) y` for each contact.
    private void addContacts(float[] vector, int count, float constant, float slope, float[] to) {
        int panels = stride / Kernels.WIDTH;
        for (int start = 0; start < count; start += TILE) {
            int base = tile(start, count);
            int rows = Math.min(TILE, count - start);
            for (int row = 0; row < rows; row += Kernels.EIGHT) {
                kernels.dots(tiles, base + row * Kernels.WIDTH, PANEL, panels, vector, 0, weights, row);
            }
            for (int row = 0; row < TILE; row++) {
                weights[row] = Math.fma(slope, weights[row], constant);
            }
            kernels.addRows(tiles, base, PANEL, panels, weights, 0, rows, to, 0);
        }
    }

    /// `sum over the contacts of (y'vector)^2`.
    private double squaresOfProducts(float[] vector, int count) {
        int panels = stride / Kernels.WIDTH;
        double sum = 0;
        for (int start = 0; start < count; start += TILE) {
            int base = tile(start, count);
            int rows = Math.min(TILE, count - start);
            for (int row = 0; row < rows; row += Kernels.EIGHT) {
                kernels.dots(tiles, base + row * Kernels.WIDTH, PANEL, panels, vector, 0, weights, row);
            }
            sum += dot(weights, weights, (rows + Kernels.EIGHT - 1) / Kernels.EIGHT * Kernels.EIGHT);
        }
        return sum;
    }

    private static void addScaled(float[] a, float scale, float[] b, float[] to) {
        for (int f = 0; f < to.length; f++) {
            to[f] = Math.fma(scale, b[f], a[f]);
        }
    }

    private static double dot(float[] a, float[] b, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int f = 0; f < length; f += 4) {
            s0 += (double) a[f] * b[f];
            s1 += (double) a[f + 1] * b[f + 1];
            s2 += (double) a[f + 2] * b[f + 2];
            s3 += (double) a[f + 3] * b[f + 3];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
