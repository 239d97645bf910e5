package dev.sommelier.evaluation.recommendation;

import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// How far the attribute values of the first `k` items are from those of the user's training items: the
/// Kullback-Leibler divergence `sum p ln(p / q)` in nats, 0 is calibrated.
///
/// `p` is the distribution over values in training and `q` that in the list, each item spreading a weight of 1 evenly
/// over its values; `q` is smoothed to `(1 - a) q + a p` with `a` = 0.01, so the largest value is `ln 100`. Items of
/// unknown attributes are left out; undefined where either side has none. Source: Steck, *Calibrated recommendations*,
/// RecSys 2018, [doi:10.1145/3240323.3240372](https://doi.org/10.1145/3240323.3240372), weights of 1.
///
/// @param k the cut, at least 1
public record Calibration(int k) implements AttributeMetric {
    private static final double SMOOTHING = 0.01;

    public Calibration {
        Names.checkCut(k);
    }

    @Override
    public String name() {
        return Names.at("Calibration", k);
    }

    @Override
    public OptionalDouble of(UserList list, ItemFeatures features) {
        var wanted = distribution(list.seen(), features);
        var given = distribution(list.items(k), features);
        if (wanted.length == 0 || given.length == 0) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int value = 0; value < wanted.length; value++) {
            double p = wanted[value];
            if (p > 0) {
                sum += p * Math.log(p / ((1 - SMOOTHING) * given[value] + SMOOTHING * p));
            }
        }
        return OptionalDouble.of(Math.max(0, sum));
    }

    /// The shares of the values; an empty array where no item has one.
    private static double[] distribution(IntStream items, ItemFeatures features) {
        var weights = new double[features.distinct()];
        var described = new int[1];
        items.forEach(item -> {
            var values = features.values(item);
            for (int value : values) {
                weights[value] += 1.0 / values.length;
            }
            described[0] += values.length > 0 ? 1 : 0;
        });
        if (described[0] == 0) {
            return new double[0];
        }
        for (int value = 0; value < weights.length; value++) {
            weights[value] /= described[0];
        }
        return weights;
    }
}
