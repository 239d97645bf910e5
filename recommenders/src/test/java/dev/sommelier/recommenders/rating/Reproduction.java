package dev.sommelier.recommenders.rating;

import dev.sommelier.recommenders.rating.RatingKnnOptions.Estimate;
import dev.sommelier.recommenders.rating.RatingKnnOptions.Side;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongFunction;

/// The models that are compared with Surprise: the names of `expected.tsv`, and its figures for the seeded ones.
final class Reproduction {
    private Reproduction() {}

    /// Models without chance.
    static Map<String, Function<RatingMatrix, RatingModel>> exact() {
        var models = new LinkedHashMap<String, Function<RatingMatrix, RatingModel>>();
        models.put(
                "BaselineOnly ALS (10 epochs, reg_u 15, reg_i 10)",
                matrix -> Baseline.train(matrix, BaselineOptions.defaults()));
        var user = RatingKnnOptions.of(Side.USER);
        models.put("KNNBasic user MSD k=40", knn(user));
        models.put("KNNWithMeans user MSD k=40", knn(user.with(Estimate.CENTRED)));
        models.put("KNNWithZScore user MSD k=40", knn(user.with(Estimate.Z_SCORE)));
        models.put("KNNBaseline user MSD k=40", knn(user.with(Estimate.BASELINE)));
        var item = RatingKnnOptions.of(Side.ITEM);
        models.put(
                "KNNBaseline item pearson_baseline shrinkage=100 k=40",
                knn(item.with(Estimate.BASELINE).with(RatingSimilarity.PEARSON_BASELINE)));
        models.put("KNNBasic item cosine k=40", knn(item.with(RatingSimilarity.COSINE)));
        models.put(
                "KNNWithMeans item pearson min_support=5 k=40",
                knn(item.with(Estimate.CENTRED).with(RatingSimilarity.PEARSON).withMinSupport(5)));
        models.put("SlopeOne", SlopeOne::train);
        return models;
    }

    private static Function<RatingMatrix, RatingModel> knn(RatingKnnOptions options) {
        return matrix -> RatingKnn.train(matrix, options);
    }

    /// Models that start by chance, with Surprise's default options, by seed.
    static Map<String, LongFunction<Function<RatingMatrix, RatingModel>>> seeded() {
        var models = new LinkedHashMap<String, LongFunction<Function<RatingMatrix, RatingModel>>>();
        models.put("SVD", seed -> matrix -> Svd.train(matrix, SgdOptions.svd(seed)));
        models.put("SVD++", seed -> matrix -> SvdPlusPlus.train(matrix, SgdOptions.svdPlusPlus(seed)));
        models.put("PMF", seed -> matrix -> Pmf.train(matrix, SgdOptions.svd(seed)));
        models.put("NMF", seed -> matrix -> Nmf.train(matrix, NmfOptions.defaults(seed)));
        return models;
    }

    /// A model without chance by its name.
    static Function<RatingMatrix, RatingModel> exact(String name) {
        return Objects.requireNonNull(exact().get(name), name);
    }

    /// A seeded model by its name.
    static Function<RatingMatrix, RatingModel> seeded(String name, long seed) {
        return Objects.requireNonNull(seeded().get(name), name).apply(seed);
    }
}
