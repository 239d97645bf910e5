package dev.sommelier.recommenders;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.RatingPredictor;
import dev.sommelier.core.TrainingSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Item-based nearest neighbours on what the biases leave unexplained.
///
/// A residual is a rating minus its [DampedBias]. The similarity of two items is the correlation of their residuals
/// over
/// the users who rated both, `sum d(u,i) d(u,j) / sqrt(sum d(u,i)^2 sum d(u,j)^2)`, times `n / (n + shrinkage)` for `n`
/// such users. The prediction is the bias plus the mean residual of the history's most similar items, weighted by
/// similarity. Only positive similarities count; equal ones are taken in catalogue order. With fewer neighbours than
/// the
/// minimum the prediction is the bias. An item rated more than once counts with its last rating.
///
/// Source: Koren, *Factor in the Neighbors: Scalable and Accurate Collaborative Filtering*, ACM TKDD 2010, section 2.2,
/// [doi:10.1145/1644873.1644874](https://doi.org/10.1145/1644873.1644874).
public final class ItemKnnRating implements RatingPredictor, Described {
    private final Catalog catalog;
    private final ItemKnnRatingOptions options;
    private final DampedBias bias;
    private final Neighbours similarity;

    private ItemKnnRating(Catalog catalog, ItemKnnRatingOptions options, DampedBias bias, Neighbours similarity) {
        this.catalog = catalog;
        this.options = options;
        this.bias = bias;
        this.similarity = similarity;
    }

    /// Trains with default minimum and damping.
    ///
    /// @param neighbours how many rated items at most enter a prediction
    public static ItemKnnRating train(TrainingSet train, int neighbours, double shrinkage) {
        var defaults = ItemKnnRatingOptions.defaults();
        return train(
                train, new ItemKnnRatingOptions(neighbours, defaults.minNeighbours(), shrinkage, defaults.damping()));
    }

    /// Computes biases and similarities.
    ///
    /// @throws IllegalArgumentException if there is no training rating
    public static ItemKnnRating train(TrainingSet train, ItemKnnRatingOptions options) {
        var bias = DampedBias.train(train, options.damping());
        var users = train.histories().stream()
                .map(history -> Residuals.of(train.catalog(), bias, history))
                .toList();
        var similarity = ResidualSimilarity.of(users, train.catalog().size(), options.shrinkage());
        return new ItemKnnRating(train.catalog(), options, bias, similarity);
    }

    @Override
    public String name() {
        return "Item kNN";
    }

    @Override
    public String parameters() {
        return "neighbours=" + options.minNeighbours() + ".." + options.maxNeighbours() + " shrinkage="
                + Numbers.plain(options.shrinkage()) + " damping=" + Numbers.plain(options.damping());
    }

    @Override
    public double predict(History history, String item) {
        int position = catalog.position(item);
        double base = bias.withoutUser(position) + bias.userBias(history);
        var rated = Residuals.of(catalog, bias, history);
        var weights = IntStream.range(0, rated.size())
                .mapToDouble(n -> similarity.of(position, rated.position(n)))
                .toArray();
        var nearest = IntStream.range(0, weights.length)
                .filter(n -> weights[n] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(n -> -weights[n]))
                .limit(options.maxNeighbours())
                .toList();
        if (nearest.size() < options.minNeighbours()) {
            return base;
        }
        double sum = 0;
        double total = 0;
        for (int n : nearest) {
            sum += weights[n] * rated.value(n);
            total += weights[n];
        }
        return base + sum / total;
    }
}
