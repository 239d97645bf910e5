package dev.sommelier.experiments.compare.report;

import dev.sommelier.evaluation.Interval;
import dev.sommelier.experiments.compare.ContenderResult;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One contender's figures in one stage.
final class Measured {
    private final ContenderResult result;
    private final Map<String, Optional<Interval>> figures;
    private final Map<String, Double> plain;
    private final double[] perUser;

    /// @param result what it answered
    /// @param figures each metric with its interval; empty where it is undefined
    /// @param plain figures without an interval
    /// @param perUser the tested metric, one value for each compared user; empty for a contender without any answer
    Measured(
            ContenderResult result,
            Map<String, Optional<Interval>> figures,
            Map<String, Double> plain,
            double[] perUser) {
        this.result = result;
        this.figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        this.plain = Collections.unmodifiableMap(new LinkedHashMap<>(plain));
        this.perUser = perUser;
    }

    ContenderResult result() {
        return result;
    }

    Map<String, Optional<Interval>> figures() {
        return figures;
    }

    Map<String, Double> plain() {
        return plain;
    }

    /// Not to be changed.
    double[] perUser() {
        return perUser;
    }

    String name() {
        return result.spec().name();
    }

    boolean compared() {
        return perUser.length > 0;
    }

    /// The mean of the tested metric.
    double mean() {
        double sum = 0;
        for (double value : perUser) {
            sum += value;
        }
        return sum / perUser.length;
    }
}
