package dev.sommelier.recommenders.rating;

import java.util.SplittableRandom;

/// Biases and factors of users and items, learnt by stochastic gradient descent on
/// `r ~ m + b(u) + b(i) + q(i) . p(u)`; the work below [Svd] and [Pmf].
final class Descent {
    private final String model;
    private final RatingMatrix matrix;
    private final SgdOptions options;
    private final boolean biased;
    private final double mean;
    private final double[] userBias;
    private final double[] itemBias;
    private final double[][] users;
    private final double[][] items;

    private Descent(String model, RatingMatrix matrix, SgdOptions options, boolean biased) {
        this.model = model;
        this.matrix = matrix;
        this.options = options;
        this.biased = biased;
        this.mean = biased ? matrix.mean() : 0;
        this.userBias = new double[matrix.users().size()];
        this.itemBias = new double[matrix.catalog().size()];
        var random = new SplittableRandom(options.seed());
        this.users = Vectors.normal(random, userBias.length, options.factors(), options.initialDeviation());
        this.items = Vectors.normal(random, itemBias.length, options.factors(), options.initialDeviation());
    }

    /// @param biased whether mean and biases take part
    static Descent train(String model, RatingMatrix matrix, SgdOptions options, boolean biased) {
        var descent = new Descent(model, matrix, options, biased);
        for (int epoch = 0; epoch < options.epochs(); epoch++) {
            descent.pass(epoch);
        }
        return descent;
    }

    private void pass(int epoch) {
        var rows = matrix.byUser();
        double rate = options.learningRate();
        double regularization = options.regularization();
        for (int user = 0; user < users.length; user++) {
            double[] p = users[user];
            for (int n = rows.start(user); n < rows.end(user); n++) {
                int item = rows.column(n);
                double[] q = items[item];
                double error = rows.value(n) - (mean + userBias[user] + itemBias[item] + Vectors.dot(p, q));
                Divergence.check(error, model, epoch, n, rate);
                if (biased) {
                    userBias[user] += rate * (error - regularization * userBias[user]);
                    itemBias[item] += rate * (error - regularization * itemBias[item]);
                }
                Vectors.step(p, q, error, rate, regularization);
            }
        }
    }

    /// The trained user where these are the trained ratings, else a user who starts at zero and takes as many epochs
    /// over the ratings as the training did, the items fixed.
    User user(UserRatings ratings) {
        var trained = matrix.trained(ratings);
        return trained.isPresent()
                ? new User(userBias[trained.getAsInt()], users[trained.getAsInt()])
                : folded(ratings);
    }

    private User folded(UserRatings ratings) {
        var p = new double[options.factors()];
        double bias = 0;
        for (int epoch = 0; epoch < options.epochs(); epoch++) {
            for (int n = 0; n < ratings.size(); n++) {
                double[] q = items[ratings.item(n)];
                double error = ratings.value(n) - (mean + bias + itemBias[ratings.item(n)] + Vectors.dot(p, q));
                Divergence.check(error, "the fold-in of " + model, epoch, n, options.learningRate());
                bias += biased ? options.learningRate() * (error - options.regularization() * bias) : 0;
                Vectors.stepOne(p, q, error, options.learningRate(), options.regularization());
            }
        }
        return new User(bias, p);
    }

    RatingMatrix matrix() {
        return matrix;
    }

    /// Global mean, where it takes part.
    double mean() {
        return mean;
    }

    double itemBias(int item) {
        return itemBias[item];
    }

    double predict(User user, int item) {
        return mean + user.bias + itemBias[item] + Vectors.dot(items[item], user.factors);
    }

    /// One user's part of the model.
    static final class User {
        private final double bias;
        private final double[] factors;

        private User(double bias, double[] factors) {
            this.bias = bias;
            this.factors = factors;
        }

        double bias() {
            return bias;
        }
    }
}
