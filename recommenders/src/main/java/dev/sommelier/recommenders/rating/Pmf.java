package dev.sommelier.recommenders.rating;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;

/// Probabilistic matrix factorisation: `q(i) . p(u)`, that is [Svd] without mean and biases.
///
/// Fallback: unknown user or item [Basis#GLOBAL_MEAN]. Descent and fold-in as in [Svd].
///
/// Source: Salakhutdinov and Mnih, *Probabilistic Matrix Factorization*, NIPS 2007; the variant of Surprise's
/// `SVD(biased=False)`.
public final class Pmf implements RatingModel {
    private final Descent descent;
    private final SgdOptions options;

    private Pmf(Descent descent, SgdOptions options) {
        this.descent = descent;
        this.options = options;
    }

    /// Trains on the calling thread.
    ///
    /// @throws dev.sommelier.core.SommelierException if the descent diverges, with step and learning rate
    public static Pmf train(RatingMatrix matrix, SgdOptions options) {
        return new Pmf(Descent.train("PMF", matrix, options, false), options);
    }

    @Override
    public String name() {
        return "PMF";
    }

    @Override
    public String parameters() {
        return options.text();
    }

    @Override
    public Catalog catalog() {
        return descent.matrix().catalog();
    }

    @Override
    public RatingProfile profile(History history) {
        var ratings = UserRatings.of(catalog(), history);
        var mean = new RatingPrediction(descent.matrix().mean(), Basis.GLOBAL_MEAN);
        if (ratings.size() == 0) {
            return item -> mean;
        }
        var user = descent.user(ratings);
        return item ->
                descent.matrix().knows(item) ? new RatingPrediction(descent.predict(user, item), Basis.MODEL) : mean;
    }
}
