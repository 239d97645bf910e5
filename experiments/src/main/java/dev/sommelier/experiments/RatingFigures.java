package dev.sommelier.experiments;

import dev.sommelier.evaluation.Auc;
import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.evaluation.Interval;
import dev.sommelier.evaluation.Mae;
import dev.sommelier.evaluation.Rmse;
import dev.sommelier.experiments.RatingEvaluation.Asked;
import dev.sommelier.judges.RatingPair;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/// The figures of one rating predictor over the compared pairs. All contenders see the same resamples.
record RatingFigures(double liked, int resamples, long seed) {
    private static final double CHANCE = .5;

    /// @param compared the positions of the pairs that count
    RatingTable.Row row(Asked asked, List<RatingPair> test, int[] compared) {
        var predictions = asked.predictions();
        Optional<Interval> rmse = Optional.empty();
        Optional<Interval> mae = Optional.empty();
        Optional<Interval> auc = Optional.empty();
        if (compared.length > 0 && predictions.anySucceeded()) {
            double[] truth =
                    IntStream.of(compared).mapToDouble(i -> test.get(i).truth()).toArray();
            double[] predicted =
                    IntStream.of(compared).mapToDouble(predictions::value).toArray();
            rmse = Optional.of(interval(truth, predicted, Rmse::of));
            mae = Optional.of(interval(truth, predicted, Mae::of));
            if (Auc.of(truth, predicted, liked).isPresent()) {
                // A resample that happens to hold liked pairs only, or none, tells nothing: chance.
                auc = Optional.of(
                        interval(truth, predicted, (t, p) -> Auc.of(t, p, liked).orElse(CHANCE)));
            }
        }
        return new RatingTable.Row(
                asked.name(),
                asked.kind(),
                asked.parameters(),
                rmse,
                mae,
                auc,
                predictions.failures(),
                predictions.causes(),
                asked.cost());
    }

    private Interval interval(double[] truth, double[] predicted, ToDoubleBiFunction<double[], double[]> statistic) {
        return Bootstrap.statistic(
                truth.length,
                drawn -> statistic.applyAsDouble(pick(truth, drawn), pick(predicted, drawn)),
                resamples,
                seed);
    }

    private static double[] pick(double[] values, int[] positions) {
        double[] picked = new double[positions.length];
        for (int i = 0; i < positions.length; i++) {
            picked[i] = values[positions[i]];
        }
        return picked;
    }
}
