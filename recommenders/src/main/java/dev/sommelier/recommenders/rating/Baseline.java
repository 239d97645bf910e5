package dev.sommelier.recommenders.rating;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;

/// Global mean plus user bias plus item bias: `m + b(u) + b(i)`, fitted to `sum of (r - m - b(u) - b(i))^2` plus a
/// penalty on the biases.
///
/// Least squares give `b(i) = sum (r - m - b(u)) / (item damping + n(i))` and then
/// `b(u) = sum (r - m - b(i)) / (user damping + n(u))`, which a folded-in history gets by the same formula: equal to
/// the
/// trained user's. Gradient descent changes both biases at each rating by `rate * (error - regularization * bias)`; a
/// history that is not a trained user's takes as many epochs over its ratings, the item biases fixed.
///
/// Fallback: without item ratings [Basis#USER_BIAS], for an empty history [Basis#ITEM_BIAS], without both
/// [Basis#GLOBAL_MEAN].
///
/// Source: Koren, *Factor in the Neighbors: Scalable and Accurate Collaborative Filtering*, ACM TKDD 2010, section 2.1,
/// [doi:10.1145/1644873.1644874](https://doi.org/10.1145/1644873.1644874); the orders of Surprise's `BaselineOnly`.
public final class Baseline implements RatingModel {
    private final RatingMatrix matrix;
    private final BaselineOptions options;
    private final double[] userBias;
    private final double[] itemBias;

    private Baseline(RatingMatrix matrix, BaselineOptions options) {
        this.matrix = matrix;
        this.options = options;
        this.userBias = new double[matrix.users().size()];
        this.itemBias = new double[matrix.catalog().size()];
    }

    /// Fits the biases.
    ///
    /// @throws dev.sommelier.core.SommelierException if gradient descent diverges
    public static Baseline train(RatingMatrix matrix, BaselineOptions options) {
        var baseline = new Baseline(matrix, options);
        switch (options) {
            case BaselineOptions.Als als -> baseline.fit(als);
            case BaselineOptions.Sgd sgd -> baseline.fit(sgd);
        }
        return baseline;
    }

    private void fit(BaselineOptions.Als als) {
        for (int epoch = 0; epoch < als.epochs(); epoch++) {
            half(matrix.byItem(), userBias, itemBias, als.itemDamping());
            half(matrix.byUser(), itemBias, userBias, als.userDamping());
        }
    }

    private void half(SparseRows rows, double[] fixed, double[] wanted, double damping) {
        for (int row = 0; row < wanted.length; row++) {
            double sum = 0;
            for (int n = rows.start(row); n < rows.end(row); n++) {
                sum += rows.value(n) - matrix.mean() - fixed[rows.column(n)];
            }
            wanted[row] = rows.size(row) == 0 ? 0 : sum / (damping + rows.size(row));
        }
    }

    private void fit(BaselineOptions.Sgd sgd) {
        var rows = matrix.byUser();
        for (int epoch = 0; epoch < sgd.epochs(); epoch++) {
            for (int user = 0; user < userBias.length; user++) {
                for (int n = rows.start(user); n < rows.end(user); n++) {
                    int item = rows.column(n);
                    double error = rows.value(n) - (matrix.mean() + userBias[user] + itemBias[item]);
                    Divergence.check(error, "Baseline", epoch, n, sgd.learningRate());
                    userBias[user] += sgd.learningRate() * (error - sgd.regularization() * userBias[user]);
                    itemBias[item] += sgd.learningRate() * (error - sgd.regularization() * itemBias[item]);
                }
            }
        }
    }

    @Override
    public String name() {
        return "Baseline";
    }

    @Override
    public String parameters() {
        return options.text();
    }

    @Override
    public Catalog catalog() {
        return matrix.catalog();
    }

    @Override
    public RatingProfile profile(History history) {
        var ratings = UserRatings.of(catalog(), history);
        double bias = userBias(ratings);
        return item -> {
            var prediction = fallback(ratings.size() > 0, bias, item);
            return prediction.basis() == Basis.BIASES
                    ? new RatingPrediction(prediction.value(), Basis.MODEL)
                    : prediction;
        };
    }

    /// The prediction, where another model has none of its own.
    RatingPrediction fallback(boolean knownUser, double bias, int item) {
        double value = withoutUser(item) + bias;
        if (matrix.knows(item)) {
            return new RatingPrediction(value, knownUser ? Basis.BIASES : Basis.ITEM_BIAS);
        }
        return new RatingPrediction(value, knownUser ? Basis.USER_BIAS : Basis.GLOBAL_MEAN);
    }

    /// The bias of a trained user.
    double userBias(int user) {
        return userBias[user];
    }

    /// Mean plus item bias.
    double withoutUser(int item) {
        return matrix.mean() + itemBias[item];
    }

    /// The bias of a history; 0 where it is empty.
    double userBias(UserRatings ratings) {
        if (ratings.size() == 0) {
            return 0;
        }
        return switch (options) {
            case BaselineOptions.Als als -> {
                double sum = 0;
                for (int n = 0; n < ratings.size(); n++) {
                    sum += ratings.value(n) - matrix.mean() - itemBias[ratings.item(n)];
                }
                yield sum / (als.userDamping() + ratings.size());
            }
            case BaselineOptions.Sgd sgd -> {
                var trained = matrix.trained(ratings);
                yield trained.isPresent() ? userBias[trained.getAsInt()] : folded(ratings, sgd);
            }
        };
    }

    private double folded(UserRatings ratings, BaselineOptions.Sgd sgd) {
        double bias = 0;
        for (int epoch = 0; epoch < sgd.epochs(); epoch++) {
            for (int n = 0; n < ratings.size(); n++) {
                double error = ratings.value(n) - (withoutUser(ratings.item(n)) + bias);
                Divergence.check(error, "the fold-in of Baseline", epoch, n, sgd.learningRate());
                bias += sgd.learningRate() * (error - sgd.regularization() * bias);
            }
        }
        return bias;
    }
}
