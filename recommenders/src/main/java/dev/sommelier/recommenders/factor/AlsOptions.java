package dev.sommelier.recommenders.factor;

import dev.sommelier.recommenders.store.ModelParameters;

/// How [ImplicitAls] is trained.
///
/// @param factors the length of user and item vectors, from 1 to 4,096; more than there are items is allowed, and
/// useless
/// @param regularization the weight of the squared vectors in the loss
/// @param alpha how much more a contact counts than no contact, at least 0: its confidence is `1 + alpha`, as in the
///     paper; the `alpha` of the Python library *implicit* is this plus 1
/// @param iterations how often all user and all item vectors are solved, at least 1
/// @param solver how one vector is solved in training
/// @param seed where the item vectors start
public record AlsOptions(
        int factors, Regularization regularization, double alpha, int iterations, AlsSolver solver, long seed) {
    public AlsOptions {
        if (factors < 1 || factors > Factors.MOST) {
            throw new IllegalArgumentException("factors must be from 1 to " + Factors.MOST + ", got " + factors);
        }
        if (iterations < 1) {
            throw new IllegalArgumentException("iterations must be at least 1, got " + iterations);
        }
        if (!(alpha >= 0) || Double.isInfinite(alpha)) {
            throw new IllegalArgumentException("alpha must be a number of at least 0, got " + alpha);
        }
    }

    /// From named values as `ImplicitAls.parameters()` has them; `alpha0` and `nu` may be left out together.
    ///
    /// @throws dev.sommelier.core.SommelierException if one is missing or not a number
    public static AlsOptions of(ModelParameters values) {
        var regularization = values.values().containsKey("nu")
                ? Regularization.scaled(values.number("reg"), values.number("alpha0"), values.number("nu"))
                : Regularization.plain(values.number("reg"));
        return new AlsOptions(
                values.integer("factors"),
                regularization,
                values.number("alpha"),
                values.integer("iterations"),
                AlsSolver.of(values.text("solver")),
                values.whole("seed"));
    }

    /// The same regularization for every vector, solved exactly.
    public AlsOptions(int factors, double regularization, double alpha, int iterations, long seed) {
        this(factors, Regularization.plain(regularization), alpha, iterations, new AlsSolver.Cholesky(), seed);
    }

    /// 64 factors, regularization 1, alpha 4, 15 iterations, exact.
    public static AlsOptions defaults(long seed) {
        return new AlsOptions(64, 1, 4, 15, seed);
    }

    /// These options with another solver.
    public AlsOptions with(AlsSolver other) {
        return new AlsOptions(factors, regularization, alpha, iterations, other, seed);
    }

    /// These options with another regularization.
    public AlsOptions with(Regularization other) {
        return new AlsOptions(factors, other, alpha, iterations, solver, seed);
    }
}
