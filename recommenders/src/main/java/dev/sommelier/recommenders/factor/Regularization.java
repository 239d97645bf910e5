package dev.sommelier.recommenders.factor;

import dev.sommelier.recommenders.Numbers;

/// The weight of a squared vector in the loss of [ImplicitAls]: `lambda (contacts + alpha0 others)^nu`, where `others`
/// is
/// the number of rows on the other side.
///
/// @param lambda above 0
/// @param alpha0 how much a row of the other side without contact counts, at least 0
/// @param nu how much a vector with many contacts is held back more, at least 0
public record Regularization(double lambda, double alpha0, double nu) {
    public Regularization {
        if (!(lambda > 0) || Double.isInfinite(lambda)) {
            throw new IllegalArgumentException("regularization must be a number above 0, got " + lambda);
        }
        if (!(alpha0 >= 0) || !(nu >= 0) || Double.isInfinite(alpha0) || Double.isInfinite(nu)) {
            throw new IllegalArgumentException(
                    "alpha0 and nu must be numbers of at least 0, got " + alpha0 + " and " + nu);
        }
    }

    /// The same weight for every vector, as the Python library *implicit* has it.
    public static Regularization plain(double lambda) {
        return new Regularization(lambda, 0, 0);
    }

    /// Each vector's number of contacts times `lambda`, as Spark has it.
    ///
    /// Source: Zhou, Wilkinson, Schreiber and Pan, *Large-scale parallel collaborative filtering for the Netflix
    /// prize*, AAIM 2008.
    public static Regularization byCount(double lambda) {
        return new Regularization(lambda, 0, 1);
    }

    /// Source: Rendle, Krichene, Zhang and Koren, *Revisiting the performance of iALS on item recommendation
    /// benchmarks*, RecSys 2022.
    public static Regularization scaled(double lambda, double alpha0, double nu) {
        return new Regularization(lambda, alpha0, nu);
    }

    /// The weight of one vector.
    double of(int contacts, int others) {
        return lambda * Math.pow(contacts + alpha0 * others, nu);
    }

    @Override
    public String toString() {
        return Numbers.plain(lambda) + (nu == 0 ? "" : " alpha0=" + Numbers.plain(alpha0) + " nu=" + Numbers.plain(nu));
    }
}
