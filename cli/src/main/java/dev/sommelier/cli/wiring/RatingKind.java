package dev.sommelier.cli.wiring;

import dev.sommelier.core.RatingPredictor;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.experiments.compare.Fitted;
import dev.sommelier.experiments.compare.Kind;
import dev.sommelier.experiments.compare.Material;
import dev.sommelier.experiments.compare.Scored;
import dev.sommelier.experiments.compare.Solver;
import dev.sommelier.experiments.compare.spec.KindFacts;
import dev.sommelier.experiments.compare.spec.TaskType;
import dev.sommelier.recommenders.rating.DampedBias;
import dev.sommelier.recommenders.rating.GlobalMean;
import dev.sommelier.recommenders.rating.ItemKnnRating;
import dev.sommelier.recommenders.rating.ItemMean;
import dev.sommelier.recommenders.rating.RatingKnn;
import dev.sommelier.recommenders.rating.RatingKnnOptions;
import dev.sommelier.recommenders.rating.RatingMatrix;
import dev.sommelier.recommenders.rating.SgdOptions;
import dev.sommelier.recommenders.rating.SlopeOne;
import dev.sommelier.recommenders.rating.Svd;
import dev.sommelier.recommenders.rating.SvdPlusPlus;
import dev.sommelier.recommenders.rating.UserMean;
import dev.sommelier.recommenders.store.ModelParameters;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/// The classic rating predictors by the names that experiment files use, with preset parameters.
enum RatingKind implements Kind {
    /// One mean for all.
    GLOBAL_MEAN(""),
    /// The user's mean.
    USER_MEAN(""),
    /// The item's mean.
    ITEM_MEAN(""),
    /// The mean with damped biases of user and item.
    BIAS("damping=10"),
    /// Neighbours of the item among the user's ratings.
    ITEM_KNN_RATING("neighbours=20 shrinkage=100"),
    /// Neighbours of the user, their ratings taken relative to the biases.
    USER_KNN_RATING("neighbours=40"),
    /// Mean differences between items.
    SLOPE_ONE(""),
    /// Matrix factorisation by stochastic gradient descent.
    SVD("factors=100 epochs=20 rate=0.005 reg=0.02"),
    /// The same with the rated items as implicit feedback.
    SVDPP("factors=20 epochs=20 rate=0.007 reg=0.02");

    private final String preset;

    RatingKind(String preset) {
        this.preset = preset;
    }

    @Override
    public KindFacts facts() {
        return new KindFacts(ModelParameters.parse(preset), Set.of(TaskType.RATING));
    }

    @Override
    public ContenderKind part() {
        return ContenderKind.CLASSIC;
    }

    @Override
    public Fitted fit(Material material, ModelParameters parameters, Function<String, Fitted> others) {
        var scale = material.dataset()
                .scale()
                .orElseThrow(() -> new SommelierException(
                        "data set " + material.dataset().name() + " has no ratings to learn from"));
        var predictor = train(material.train(), parameters, material.seed());
        var solver = new Solver.Scores(
                question -> Scored.of(question.items().stream()
                        .map(item -> scale.clip(predictor.predict(question.history(), item)))
                        .toList()),
                false);
        return task -> solver;
    }

    private RatingPredictor train(TrainingSet train, ModelParameters p, long seed) {
        var matrix = RatingMatrix.of(train);
        return switch (this) {
            case GLOBAL_MEAN -> GlobalMean.train(matrix);
            case USER_MEAN -> UserMean.train(matrix);
            case ITEM_MEAN -> ItemMean.train(matrix);
            case BIAS -> DampedBias.train(train, p.number("damping"));
            case ITEM_KNN_RATING -> ItemKnnRating.train(train, p.integer("neighbours"), p.number("shrinkage"));
            case USER_KNN_RATING ->
                RatingKnn.train(
                        matrix,
                        RatingKnnOptions.of(RatingKnnOptions.Side.USER)
                                .with(RatingKnnOptions.Estimate.BASELINE)
                                .withNeighbours(1, p.integer("neighbours")));
            case SLOPE_ONE -> SlopeOne.train(matrix);
            case SVD -> Svd.train(matrix, options(SgdOptions.svd(seed), p));
            case SVDPP -> SvdPlusPlus.train(matrix, options(SgdOptions.svdPlusPlus(seed), p));
        };
    }

    private static SgdOptions options(SgdOptions options, ModelParameters p) {
        return options.withFactors(p.integer("factors"))
                .withEpochs(p.integer("epochs"))
                .withLearningRate(p.number("rate"))
                .withRegularization(p.number("reg"));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
