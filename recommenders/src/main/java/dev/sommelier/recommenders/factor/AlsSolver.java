package dev.sommelier.recommenders.factor;

/// How [ImplicitAls] solves one vector while the other side is fixed.
public sealed interface AlsSolver {
    /// The solver of this name: `cholesky`, or `cg` with the number of steps, such as `cg3`.
    ///
    /// @throws IllegalArgumentException if the name is something else
    static AlsSolver of(String name) {
        if (name.equals(new Cholesky().toString())) {
            return new Cholesky();
        }
        if (!name.matches("cg[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("solver must be cholesky or cg with steps, such as cg3, got " + name);
        }
        return new ConjugateGradient(Integer.parseInt(name.substring(2)));
    }

    /// Exactly, at the price of `factors^3 / 3` operations for every vector and `factors^2` for every contact.
    record Cholesky() implements AlsSolver {
        @Override
        public String toString() {
            return "cholesky";
        }
    }

    /// By some steps of the conjugate gradient method from the vector of the iteration before: cheaper the more factors
    /// there are, and the loss still never rises.
    ///
    /// Source: Takács, Pilászy and Tikk, *Applications of the conjugate gradient method for implicit feedback
    /// collaborative filtering*, RecSys 2011.
    ///
    /// @param steps at least 1; 3 is the usual choice
    record ConjugateGradient(int steps) implements AlsSolver {
        public ConjugateGradient {
            if (steps < 1) {
                throw new IllegalArgumentException("steps must be at least 1, got " + steps);
            }
        }

        @Override
        public String toString() {
            return "cg" + steps;
        }
    }
}
