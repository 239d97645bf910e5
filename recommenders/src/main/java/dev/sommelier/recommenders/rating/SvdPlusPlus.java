package dev.sommelier.recommenders.rating;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import java.util.Arrays;
import java.util.SplittableRandom;

/// SVD++: [Svd] whose user vector also has a part from *which* items the user rated:
/// `m + b(u) + b(i) + q(i) . (p(u) + sum of y(j) over the user's items j / sqrt(n(u)))`.
///
/// Stochastic gradient descent as in [Svd], in the same order; at each rating also every `y(j)` of the user changes by
/// `rate (error q(i) / sqrt(n(u)) - regularization y(j))` with the old `q(i)`.
///
/// While one user's ratings are walked, all `y(j)` of that user take the same steps, `y <- a y + c`. So only their sum
/// and the step made so far are kept, and each `y(j)` is brought up to date once at the end of the user: the same
/// descent up to rounding, in time proportional to the ratings, instead of each rating times all of its user's.
///
/// Fallback and fold-in as in [Svd]; a folded-in history brings its own items' `y`, which stay fixed.
///
/// Source: Koren, *Factorization Meets the Neighborhood*, KDD 2008,
/// [doi:10.1145/1401890.1401944](https://doi.org/10.1145/1401890.1401944); the variant of Surprise's `SVDpp`.
public final class SvdPlusPlus implements RatingModel {
    private final RatingMatrix matrix;
    private final SgdOptions options;
    private final double[] userBias;
    private final double[] itemBias;
    private final double[][] users;
    private final double[][] items;
    private final double[][] implicit;

    private SvdPlusPlus(RatingMatrix matrix, SgdOptions options) {
        this.matrix = matrix;
        this.options = options;
        this.userBias = new double[matrix.users().size()];
        this.itemBias = new double[matrix.catalog().size()];
        var random = new SplittableRandom(options.seed());
        this.users = Vectors.normal(random, userBias.length, options.factors(), options.initialDeviation());
        this.items = Vectors.normal(random, itemBias.length, options.factors(), options.initialDeviation());
        this.implicit = Vectors.normal(random, itemBias.length, options.factors(), options.initialDeviation());
    }

    /// Trains on the calling thread.
    ///
    /// @throws dev.sommelier.core.SommelierException if the descent diverges, with step and learning rate
    public static SvdPlusPlus train(RatingMatrix matrix, SgdOptions options) {
        var model = new SvdPlusPlus(matrix, options);
        for (int epoch = 0; epoch < options.epochs(); epoch++) {
            for (int user = 0; user < model.users.length; user++) {
                model.walk(epoch, user);
            }
        }
        return model;
    }

    private void walk(int epoch, int user) {
        var rows = matrix.byUser();
        int size = rows.size(user);
        double root = Math.sqrt(size);
        double rate = options.learningRate();
        double regularization = options.regularization();
        double shrink = 1 - rate * regularization;
        double shrunk = 1;
        var step = new double[options.factors()];
        var part = new double[options.factors()];
        for (int n = rows.start(user); n < rows.end(user); n++) {
            addTo(part, implicit[rows.column(n)]);
        }
        scale(part, 1 / root);
        for (int n = rows.start(user); n < rows.end(user); n++) {
            int item = rows.column(n);
            double[] p = users[user];
            double[] q = items[item];
            double error = rows.value(n)
                    - (matrix.mean() + userBias[user] + itemBias[item] + Vectors.dot(q, p) + Vectors.dot(q, part));
            Divergence.check(error, "SVD++", epoch, n, rate);
            userBias[user] += rate * (error - regularization * userBias[user]);
            itemBias[item] += rate * (error - regularization * itemBias[item]);
            shrunk *= shrink;
            double weight = rate * error;
            for (int f = 0; f < p.length; f++) {
                double oldP = p[f];
                double oldQ = q[f];
                double oldPart = part[f];
                p[f] = oldP + rate * (error * oldQ - regularization * oldP);
                q[f] = oldQ + rate * (error * (oldP + oldPart) - regularization * oldQ);
                part[f] = shrink * oldPart + weight * oldQ;
                step[f] = shrink * step[f] + weight * oldQ;
            }
        }
        for (int n = rows.start(user); n < rows.end(user); n++) {
            double[] y = implicit[rows.column(n)];
            for (int f = 0; f < y.length; f++) {
                y[f] = shrunk * y[f] + step[f] / root;
            }
        }
    }

    private static void addTo(double[] sum, double[] row) {
        for (int f = 0; f < sum.length; f++) {
            sum[f] += row[f];
        }
    }

    private static void scale(double[] row, double by) {
        for (int f = 0; f < row.length; f++) {
            row[f] *= by;
        }
    }

    @Override
    public String name() {
        return "SVD++";
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
        if (ratings.size() == 0) {
            return item -> matrix.knows(item)
                    ? new RatingPrediction(matrix.mean() + itemBias[item], Basis.ITEM_BIAS)
                    : new RatingPrediction(matrix.mean(), Basis.GLOBAL_MEAN);
        }
        var part = new double[options.factors()];
        for (int n = 0; n < ratings.size(); n++) {
            addTo(part, implicit[ratings.item(n)]);
        }
        scale(part, 1 / Math.sqrt(ratings.size()));
        var trained = matrix.trained(ratings);
        var p = new double[options.factors()];
        double bias = trained.isPresent() ? userBias[trained.getAsInt()] : folded(ratings, p, part);
        addTo(p, trained.isPresent() ? users[trained.getAsInt()] : new double[p.length]);
        addTo(p, part);
        return item -> matrix.knows(item)
                ? new RatingPrediction(matrix.mean() + bias + itemBias[item] + Vectors.dot(items[item], p), Basis.MODEL)
                : new RatingPrediction(matrix.mean() + bias, Basis.USER_BIAS);
    }

    /// Fills the vector of a history and gives its bias.
    private double folded(UserRatings ratings, double[] p, double[] part) {
        double bias = 0;
        var fixed = new double[ratings.size()];
        Arrays.setAll(
                fixed, n -> matrix.mean() + itemBias[ratings.item(n)] + Vectors.dot(items[ratings.item(n)], part));
        for (int epoch = 0; epoch < options.epochs(); epoch++) {
            for (int n = 0; n < fixed.length; n++) {
                double[] q = items[ratings.item(n)];
                double error = ratings.value(n) - (fixed[n] + bias + Vectors.dot(q, p));
                Divergence.check(error, "the fold-in of SVD++", epoch, n, options.learningRate());
                bias += options.learningRate() * (error - options.regularization() * bias);
                Vectors.stepOne(p, q, error, options.learningRate(), options.regularization());
            }
        }
        return bias;
    }
}
