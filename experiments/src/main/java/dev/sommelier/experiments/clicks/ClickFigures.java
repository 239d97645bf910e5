package dev.sommelier.experiments.clicks;

import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.evaluation.Interval;
import dev.sommelier.evaluation.prediction.GroupedAuc;
import dev.sommelier.evaluation.prediction.Labelled;
import dev.sommelier.evaluation.prediction.PredictionMetric;
import dev.sommelier.judges.calibration.Reliability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The figures of one contender's probabilities; resamples draw whole users.
///
/// @param predictions over the compared pairs
record ClickFigures(List<Labelled> predictions, int resamples, long seed) {
    private static final double CHANCE = .5;

    Optional<Interval> auc() {
        return interval(PredictionMetric.Plain.AUC);
    }

    Optional<Interval> gauc() {
        return interval(new GroupedAuc(false));
    }

    Optional<Interval> logLoss() {
        return interval(PredictionMetric.Plain.LOG_LOSS);
    }

    Optional<Reliability> reliability() {
        if (predictions.isEmpty()) {
            return Optional.empty();
        }
        var truth = new boolean[predictions.size()];
        var probabilities = new double[truth.length];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = predictions.get(i).truth() >= 1;
            probabilities[i] = predictions.get(i).predicted();
        }
        return Optional.of(Reliability.of(probabilities, truth));
    }

    /// A user who is drawn twice counts as two. A resample in which the metric is undefined tells nothing: chance.
    private Optional<Interval> interval(PredictionMetric metric) {
        if (metric.of(predictions).isEmpty()) {
            return Optional.empty();
        }
        var byUser = new LinkedHashMap<String, List<Labelled>>();
        predictions.forEach(one ->
                byUser.computeIfAbsent(one.group(), user -> new ArrayList<>()).add(one));
        var users = List.copyOf(byUser.values());
        return Optional.of(Bootstrap.statistic(
                users.size(),
                drawn -> {
                    var sample = new ArrayList<Labelled>();
                    for (int i = 0; i < drawn.length; i++) {
                        for (var one : users.get(drawn[i])) {
                            sample.add(new Labelled(i + " " + one.group(), one.truth(), one.predicted()));
                        }
                    }
                    return metric.of(sample).orElse(CHANCE);
                },
                resamples,
                seed));
    }
}
