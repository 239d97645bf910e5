package dev.sommelier.evaluation.recommendation;

import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.evaluation.Interval;
import java.util.Arrays;
import java.util.List;

/// The values of every metric for every user that has test items. Immutable.
public final class FullRankingResult {
    private final List<AccuracyMetric> metrics;
    private final int[] evaluated;
    private final double[][] values;

    FullRankingResult(List<AccuracyMetric> metrics, int[] evaluated, double[][] values) {
        this.metrics = metrics;
        this.evaluated = evaluated;
        this.values = values;
    }

    /// What was measured.
    public List<AccuracyMetric> metrics() {
        return metrics;
    }

    /// How many users the means are over.
    public int users() {
        return evaluated.length;
    }

    /// How many users were left out, for want of test items.
    public int usersWithoutTest() {
        return (values.length == 0 ? 0 : values[0].length) - evaluated.length;
    }

    /// A metric's values in the order of the users that have test items.
    public double[] perUser(AccuracyMetric metric) {
        int m = metrics.indexOf(metric);
        if (m < 0) {
            throw new IllegalArgumentException("\"" + metric.name() + "\" was not measured, only "
                    + metrics.stream().map(AccuracyMetric::name).toList());
        }
        return Arrays.stream(evaluated).mapToDouble(user -> values[m][user]).toArray();
    }

    /// A metric's mean.
    ///
    /// @throws IllegalArgumentException if it was not measured or no user has test items
    public double mean(AccuracyMetric metric) {
        double sum = 0;
        var all = perUser(metric);
        if (all.length == 0) {
            throw new IllegalArgumentException("no user has test items, so there is no mean");
        }
        for (double value : all) {
            sum += value;
        }
        return sum / all.length;
    }

    /// A metric's mean with its bootstrap interval over users.
    ///
    /// @throws IllegalArgumentException if it was not measured or no user has test items
    public Interval interval(AccuracyMetric metric, long seed) {
        return Bootstrap.mean(perUser(metric), seed);
    }
}
