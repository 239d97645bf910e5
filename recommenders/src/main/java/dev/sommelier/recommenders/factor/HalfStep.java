package dev.sommelier.recommenders.factor;

import dev.sommelier.recommenders.Workers;

/// One half step of [ImplicitAls]: the best vectors of one side while the other side is fixed.
///
/// A row with contacts `S` solves `(Y'Y + regularization I + alpha sum over S of y y') x = (1 + alpha) sum over S of
/// y`; a row without contacts is zero.
final class HalfStep {
    private static final int ROWS_OF_A_TASK = 8;

    private final Kernels kernels;
    private final Factors fixed;
    private final Gram gram;
    private final float[] gramPanels;
    private final AlsOptions options;

    /// @param fixed the vectors of the other side
    HalfStep(Factors fixed, AlsOptions options, Kernels kernels) {
        this.kernels = kernels;
        this.fixed = fixed;
        this.options = options;
        this.gram = Gram.of(fixed, kernels);
        this.gramPanels = gram.panels();
    }

    /// What solves single rows; for one thread.
    interface RowSolver {
        /// Replaces a vector, from which it may start.
        void solve(int[] ids, int from, int count, float[] vectors, int at);
    }

    /// Solves all rows in place, on all threads.
    void solveAll(Contacts.Side side, Factors target) {
        int tasks = (side.rows() + ROWS_OF_A_TASK - 1) / ROWS_OF_A_TASK;
        Workers.run(tasks, () -> solver(options.solver()), (solver, task) -> {
            int end = Math.min((task + 1) * ROWS_OF_A_TASK, side.rows());
            for (int row = task * ROWS_OF_A_TASK; row < end; row++) {
                solver.solve(side.ids(), side.offsets()[row], side.count(row), target.data(), row * target.stride());
            }
        });
    }

    /// The exact vector of a row that need not have been in training, padding included.
    float[] solveExactly(int[] ids) {
        var vector = new float[fixed.stride()];
        solver(new AlsSolver.Cholesky()).solve(ids, 0, ids.length, vector, 0);
        return vector;
    }

    /// The diagonal that a row with this many contacts adds.
    double regularization(int contacts) {
        return options.regularization().of(contacts, fixed.rows());
    }

    Kernels kernels() {
        return kernels;
    }

    Factors fixed() {
        return fixed;
    }

    Gram gram() {
        return gram;
    }

    /// The Gram matrix without regularization, `stride x stride`, in panels.
    float[] gramPanels() {
        return gramPanels;
    }

    AlsOptions options() {
        return options;
    }

    private RowSolver solver(AlsSolver kind) {
        return switch (kind) {
            case AlsSolver.Cholesky() -> new CholeskySolver(this);
            case AlsSolver.ConjugateGradient gradient -> new GradientSolver(this, gradient.steps());
        };
    }
}
