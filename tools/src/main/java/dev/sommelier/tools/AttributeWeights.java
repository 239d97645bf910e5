package dev.sommelier.tools;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.ItemScorer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How much the affinity to each attribute counts beside the standardised base score.
///
/// @param byAttribute one weight for each attribute, above 0, in the catalogue's order of attributes
public record AttributeWeights(Map<String, Double> byAttribute) {
    /// The weights that [#tune] tries. None is 0: retrieving by genre must not be the same as by period.
    public static final List<Double> GRID = List.of(0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0);

    public AttributeWeights {
        byAttribute = Collections.unmodifiableMap(new LinkedHashMap<>(byAttribute));
        byAttribute.forEach((attribute, weight) -> {
            if (!(weight > 0) || !Double.isFinite(weight)) {
                throw new IllegalArgumentException("weight of " + attribute + " must be above 0, got " + weight);
            }
        });
    }

    /// The same weight for every attribute of a catalogue.
    public static AttributeWeights uniform(Catalog catalog, double weight) {
        var weights = new LinkedHashMap<String, Double>();
        ToolBox.attributes(catalog).forEach(attribute -> weights.put(attribute, weight));
        return new AttributeWeights(weights);
    }

    /// For each attribute on its own, the weight with the highest NDCG@10 of the held-out items over the full
    /// catalogue; the smaller weight on a tie. With one relevant item NDCG is 1 / log2(1 + rank), in 0..1.
    ///
    /// @param heldOut each history with the item that came next, such as the validation item
    /// @param grid the weights to try, rising
    /// @throws IllegalArgumentException if the grid is empty
    public static AttributeWeights tune(ItemScorer base, List<HeldOut> heldOut, List<Double> grid) {
        if (grid.isEmpty()) {
            throw new IllegalArgumentException("the grid of weights is empty");
        }
        var catalog = base.catalog();
        var affinities = new LinkedHashMap<String, AttributeAffinity>();
        var gains = new LinkedHashMap<String, double[]>();
        for (var attribute : ToolBox.attributes(catalog)) {
            affinities.put(attribute, new AttributeAffinity(catalog, attribute));
            gains.put(attribute, new double[grid.size()]);
        }
        for (var user : heldOut) {
            int target = catalog.position(user.item());
            var scores = StandardScores.of(catalog, base.score(user.history()), user.history());
            affinities.forEach((attribute, affinity) -> {
                var lean = affinity.of(user.history());
                var sums = gains.getOrDefault(attribute, new double[0]);
                for (int g = 0; g < sums.length; g++) {
                    sums[g] += gain(scores, lean, grid.get(g), target);
                }
            });
        }
        var weights = new LinkedHashMap<String, Double>();
        gains.forEach((attribute, sums) -> weights.put(attribute, grid.get(argmax(sums))));
        return new AttributeWeights(weights);
    }

    /// The weight of one attribute.
    ///
    /// @throws IllegalArgumentException if there is none
    public double of(String attribute) {
        var weight = byAttribute.get(attribute);
        if (weight == null) {
            throw new IllegalArgumentException(
                    "no weight for attribute \"" + attribute + "\"; there are weights for " + byAttribute.keySet());
        }
        return weight;
    }

    private static double gain(StandardScores scores, double[] lean, double weight, int target) {
        double threshold = scores.z(target) + weight * lean[target];
        int rank = 1;
        for (int i = 0; i < lean.length && rank <= 10; i++) {
            if (i != target && scores.allowed(i)) {
                double score = scores.z(i) + weight * lean[i];
                if (score > threshold || (score == threshold && i < target)) {
                    rank++;
                }
            }
        }
        return rank > 10 ? 0 : Math.log(2) / Math.log(1 + rank);
    }

    private static int argmax(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }
}
