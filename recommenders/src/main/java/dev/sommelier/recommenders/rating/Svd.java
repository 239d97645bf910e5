package dev.sommelier.recommenders.rating;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;

/// Funk's matrix factorisation with biases, called SVD in this field: `m + b(u) + b(i) + q(i) . p(u)`.
///
/// Stochastic gradient descent on the squared error plus `regularization` times all squared parameters: at each rating
/// `b += rate (error - regularization b)`, `p += rate (error q - regularization p)` and `q` likewise with the old `p`.
/// Users come in the matrix's order, each user's ratings in order of rows, in every epoch; the seed decides where the
/// vectors start.
///
/// Fallback: item without ratings [Basis#USER_BIAS], empty history [Basis#ITEM_BIAS], both [Basis#GLOBAL_MEAN].
/// Fold-in: a trained user with exactly the trained ratings has the trained vector. Any other history starts at zero
/// and takes as many epochs over its ratings, the items fixed; that is near the trained user's prediction, not equal.
///
/// Sources: Funk, *Netflix Update: Try This at Home*, 2006; Koren, Bell and Volinsky, *Matrix Factorization Techniques
/// for Recommender Systems*, Computer 2009, [doi:10.1109/MC.2009.263](https://doi.org/10.1109/MC.2009.263); the
/// variant of Surprise's `SVD`.
public final class Svd implements RatingModel {
    private final Descent descent;
    private final SgdOptions options;

    private Svd(Descent descent, SgdOptions options) {
        this.descent = descent;
        this.options = options;
    }

    /// Trains on the calling thread.
    ///
    /// @throws dev.sommelier.core.SommelierException if the descent diverges, with step and learning rate
    public static Svd train(RatingMatrix matrix, SgdOptions options) {
        return new Svd(Descent.train("SVD", matrix, options, true), options);
    }

    @Override
    public String name() {
        return "SVD";
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
        if (ratings.size() == 0) {
            return item -> descent.matrix().knows(item)
                    ? new RatingPrediction(descent.mean() + descent.itemBias(item), Basis.ITEM_BIAS)
                    : new RatingPrediction(descent.mean(), Basis.GLOBAL_MEAN);
        }
        var user = descent.user(ratings);
        return item -> descent.matrix().knows(item)
                ? new RatingPrediction(descent.predict(user, item), Basis.MODEL)
                : new RatingPrediction(descent.mean() + user.bias(), Basis.USER_BIAS);
    }
}
