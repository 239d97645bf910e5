package dev.sommelier.recommenders;

/// How [ImplicitAls] is trained.
///
/// @param factors the length of user and item vectors, at least 1
/// @param regularization the weight of the squared vectors in the loss, above 0; the same for every row (not scaled by
///     its number of events)
/// @param alpha how much more a contact counts than no contact: its confidence is `1 + alpha`, as in the paper; the
///     `alpha` of the Python library *implicit* is this plus 1
/// @param iterations how often all user and all item vectors are solved, at least 1
/// @param seed where the item vectors start
public record AlsOptions(int factors, double regularization, double alpha, int iterations, long seed) {
    public AlsOptions {
        if (factors < 1 || iterations < 1) {
            throw new IllegalArgumentException(
                    "factors and iterations must be at least 1, got " + factors + " and " + iterations);
        }
        if (!(regularization > 0) || !(alpha >= 0)) {
            throw new IllegalArgumentException(
                    "regularization must be above 0 and alpha at least 0, got " + regularization + " and " + alpha);
        }
    }

    /// 64 factors, regularization 1, alpha 4, 15 iterations.
    public static AlsOptions defaults(long seed) {
        return new AlsOptions(64, 1, 4, 15, seed);
    }
}
