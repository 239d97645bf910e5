package dev.sommelier.recommenders.rating;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.recommenders.rating.RatingKnnOptions.Estimate;
import dev.sommelier.recommenders.rating.RatingKnnOptions.Side;

/// Nearest neighbours by user or by item.
///
/// The prediction is the mean of the neighbours' ratings weighted by similarity, the ratings taken as the
/// [RatingKnnOptions.Estimate] says: for users, those of the users most like this one who rated the item; for items,
/// this user's ratings of the items most like it. With [RatingKnnOptions#of] it is Surprise's `KNNBasic`,
/// `KNNWithMeans`, `KNNWithZScore` and `KNNBaseline` to the letter, with [RatingKnnOptions#lensKitUserUser] and
/// [RatingKnnOptions#lensKitItemItem] LensKit's. Between equal similarities the earlier training row (for items, the
/// earlier event of the history) comes first. Neither the user's own training row nor the item's own rating is ever a
/// neighbour.
///
/// Fallback: unknown user or item, or too few neighbours: [Basis#GLOBAL_MEAN] for the basic estimate. The centred and
/// z-score ones: too few neighbours [Basis#USER_MEAN] or, by item, [Basis#ITEM_MEAN]; unknown [Basis#GLOBAL_MEAN]. The
/// baseline one: always the baseline's chain, see [Baseline].
///
/// Fold-in: every history is treated alike, so a trained user's history gives the trained user's predictions.
/// By user, similarities are computed from the history when a profile is made and take no memory; by item they are
/// computed in training and take 24 bytes for each pair of similar items.
///
/// Sources: Resnick et al., *GroupLens*, CSCW 1994; Sarwar et al., *Item-based Collaborative Filtering Recommendation
/// Algorithms*, WWW 2001; Koren 2010, see [Baseline].
public final class RatingKnn implements RatingModel {
    private final RatingMatrix matrix;
    private final RatingKnnOptions options;
    private final Baseline baseline;
    private final Normaliser forEstimate;
    private final Normaliser forSimilarity;
    private final SimilarityKernel kernel;
    private final PairTable itemSimilarity;

    private RatingKnn(RatingMatrix matrix, RatingKnnOptions options) {
        this.matrix = matrix;
        this.options = options;
        var side = options.side();
        this.baseline = Baseline.train(matrix, options.baseline());
        this.forEstimate = switch (options.estimate()) {
            case BASIC -> Normaliser.none(matrix);
            case CENTRED -> Normaliser.means(matrix, side, false);
            case Z_SCORE -> Normaliser.means(matrix, side, true);
            case BASELINE -> Normaliser.baseline(matrix, baseline);
        };
        this.forSimilarity = switch (options.similarity()) {
            case MSD, COSINE, PEARSON -> Normaliser.none(matrix);
            case PEARSON_BASELINE, SHRUNK_CORRELATION -> Normaliser.baseline(matrix, baseline);
            case CENTRED_COSINE -> Normaliser.means(matrix, side, false);
        };
        this.kernel = side == Side.USER
                ? new SimilarityKernel(options, forSimilarity.byUser(), forSimilarity.byItem())
                : new SimilarityKernel(options, forSimilarity.byItem(), forSimilarity.byUser());
        this.itemSimilarity = PairTable.build(
                side == Side.ITEM ? matrix.catalog().size() : 0, item -> PairTable.Row.of(row(item), 0));
    }

    /// Trains; on all cores.
    public static RatingKnn train(RatingMatrix matrix, RatingKnnOptions options) {
        return new RatingKnn(matrix, options);
    }

    /// An item's similarities to all.
    private double[] row(int item) {
        var rows = forSimilarity.byItem();
        var sums = kernel.sums();
        for (int n = rows.start(item); n < rows.end(item); n++) {
            sums.add(rows.column(n), rows.value(n));
        }
        return sums.similarities();
    }

    @Override
    public String name() {
        return options.side() == Side.USER ? "User kNN" : "Item kNN";
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
            return item -> unknown(ratings, item);
        }
        var user = forEstimate.user(ratings);
        return options.side() == Side.USER ? byUsers(ratings, user) : byItems(ratings, user);
    }

    private RatingProfile byUsers(UserRatings ratings, Normaliser.User user) {
        var similarities = userSimilarities(ratings);
        var raters = forEstimate.byItem();
        return item -> {
            var nearest = new Nearest(options.maxNeighbours());
            for (int n = raters.start(item); n < raters.end(item); n++) {
                double similarity = similarities[raters.column(n)];
                if (similarity > 0) {
                    nearest.offer(similarity, raters.value(n));
                }
            }
            return predict(ratings, user, item, nearest);
        };
    }

    private double[] userSimilarities(UserRatings ratings) {
        var user = forSimilarity.user(ratings);
        var sums = kernel.sums();
        for (int n = 0; n < ratings.size(); n++) {
            sums.add(ratings.item(n), forSimilarity.normal(user, ratings.item(n), ratings.value(n)));
        }
        var similarities = sums.similarities();
        matrix.user(ratings.user()).ifPresent(own -> similarities[own] = 0);
        return similarities;
    }

    private RatingProfile byItems(UserRatings ratings, Normaliser.User user) {
        var values = new double[ratings.size()];
        for (int n = 0; n < values.length; n++) {
            values[n] = forEstimate.normal(user, ratings.item(n), ratings.value(n));
        }
        return item -> {
            var nearest = new Nearest(options.maxNeighbours());
            for (int n = 0; n < values.length; n++) {
                double similarity = ratings.item(n) == item ? 0 : itemSimilarity.get(item, ratings.item(n), 0);
                if (similarity > 0) {
                    nearest.offer(similarity, values[n]);
                }
            }
            return predict(ratings, user, item, nearest);
        };
    }

    private RatingPrediction predict(UserRatings ratings, Normaliser.User user, int item, Nearest nearest) {
        if (!matrix.knows(item)) {
            return unknown(ratings, item);
        }
        if (nearest.size() >= options.minNeighbours()) {
            return new RatingPrediction(forEstimate.rating(user, item, nearest.mean()), Basis.MODEL);
        }
        return switch (options.estimate()) {
            case BASIC, BASELINE -> unknown(ratings, item);
            case CENTRED, Z_SCORE ->
                new RatingPrediction(
                        forEstimate.rating(user, item, 0),
                        options.side() == Side.USER ? Basis.USER_MEAN : Basis.ITEM_MEAN);
        };
    }

    private RatingPrediction unknown(UserRatings ratings, int item) {
        return options.estimate() == Estimate.BASELINE
                ? baseline.fallback(ratings.size() > 0, baseline.userBias(ratings), item)
                : new RatingPrediction(matrix.mean(), Basis.GLOBAL_MEAN);
    }
}
