package dev.sommelier.recommenders.rating;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.SommelierException;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Non-negative matrix factorisation: `q(i) . p(u)`, both without negative elements.
///
/// In each epoch `p(u) *= sum of r q(i) / (sum of rhat q(i) + regularization n(u) p(u))` over the user's ratings,
/// element by element, and likewise `q(i)`, both from the vectors at the start of the epoch. An element whose
/// denominator is 0 stays. Ratings must not be negative.
///
/// Fallback: unknown user or item [Basis#GLOBAL_MEAN]. Fold-in: a trained user with exactly the trained ratings has the
/// trained vector; any other history starts at .5 and takes as many updates, the items fixed.
///
/// Source: Luo et al., *An Efficient Non-Negative Matrix-Factorization-Based Approach to Collaborative Filtering for
/// Recommender Systems*, IEEE Transactions on Industrial Informatics 2014; the variant of Surprise's `NMF`.
public final class Nmf implements RatingModel {
    private final RatingMatrix matrix;
    private final NmfOptions options;
    private final double[][] users;
    private final double[][] items;

    private Nmf(RatingMatrix matrix, NmfOptions options) {
        this.matrix = matrix;
        this.options = options;
        var random = new SplittableRandom(options.seed());
        this.users = Vectors.uniform(random, matrix.users().size(), options.factors());
        this.items = Vectors.uniform(random, matrix.catalog().size(), options.factors());
    }

    /// Trains on the calling thread.
    ///
    /// @throws SommelierException if a rating is negative
    public static Nmf train(RatingMatrix matrix, NmfOptions options) {
        double lowest = Arrays.stream(matrix.byUser().values()).min().orElse(0);
        requireNotNegative(lowest);
        var model = new Nmf(matrix, options);
        for (int epoch = 0; epoch < options.epochs(); epoch++) {
            model.update();
        }
        return model;
    }

    private static void requireNotNegative(double rating) {
        if (rating < 0) {
            throw new SommelierException("NMF needs ratings of at least 0, got " + rating
                    + "; shift the scale, or choose a model with biases such as SVD.");
        }
    }

    private void update() {
        var rows = matrix.byUser();
        var userAbove = new double[users.length][options.factors()];
        var userBelow = new double[users.length][options.factors()];
        var itemAbove = new double[items.length][options.factors()];
        var itemBelow = new double[items.length][options.factors()];
        for (int user = 0; user < users.length; user++) {
            for (int n = rows.start(user); n < rows.end(user); n++) {
                int item = rows.column(n);
                double estimate = Vectors.dot(items[item], users[user]);
                collect(userAbove[user], userBelow[user], items[item], rows.value(n), estimate);
                collect(itemAbove[item], itemBelow[item], users[user], rows.value(n), estimate);
            }
        }
        for (int user = 0; user < users.length; user++) {
            move(users[user], userAbove[user], userBelow[user], rows.size(user));
        }
        for (int item = 0; item < items.length; item++) {
            move(items[item], itemAbove[item], itemBelow[item], matrix.byItem().size(item));
        }
    }

    private static void collect(double[] above, double[] below, double[] other, double rating, double estimate) {
        for (int f = 0; f < above.length; f++) {
            above[f] += other[f] * rating;
            below[f] += other[f] * estimate;
        }
    }

    private void move(double[] vector, double[] above, double[] below, int ratings) {
        for (int f = 0; f < vector.length; f++) {
            double denominator = below[f] + ratings * options.regularization() * vector[f];
            if (denominator > 0) {
                vector[f] *= above[f] / denominator;
            }
        }
    }

    @Override
    public String name() {
        return "NMF";
    }

    @Override
    public String parameters() {
        return options.text();
    }

    @Override
    public Catalog catalog() {
        return matrix.catalog();
    }

    /// @throws SommelierException if the history has to be folded in and a rating is negative
    @Override
    public RatingProfile profile(History history) {
        var ratings = UserRatings.of(catalog(), history);
        var mean = new RatingPrediction(matrix.mean(), Basis.GLOBAL_MEAN);
        if (ratings.size() == 0) {
            return item -> mean;
        }
        var trained = matrix.trained(ratings);
        var vector = trained.isPresent() ? users[trained.getAsInt()] : folded(ratings);
        return item -> matrix.knows(item) ? new RatingPrediction(Vectors.dot(items[item], vector), Basis.MODEL) : mean;
    }

    private double[] folded(UserRatings ratings) {
        var vector = new double[options.factors()];
        Arrays.fill(vector, 0.5);
        for (int epoch = 0; epoch < options.epochs(); epoch++) {
            var above = new double[vector.length];
            var below = new double[vector.length];
            for (int n = 0; n < ratings.size(); n++) {
                requireNotNegative(ratings.value(n));
                double[] q = items[ratings.item(n)];
                collect(above, below, q, ratings.value(n), Vectors.dot(q, vector));
            }
            move(vector, above, below, ratings.size());
        }
        return vector;
    }
}
