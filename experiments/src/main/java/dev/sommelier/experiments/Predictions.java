package dev.sommelier.experiments;

import dev.sommelier.core.RatingPredictor;
import dev.sommelier.core.RatingScale;
import dev.sommelier.io.Progress;
import dev.sommelier.judges.RatingPair;
import dev.sommelier.llm.ModelFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// One contender's predictions for some pairs, clipped to the scale.
///
/// @param values one for each pair; empty where the pair failed, never a number
/// @param causes how many pairs failed, by cause
/// @param seconds the wall time of all predictions
record Predictions(List<OptionalDouble> values, Map<String, Integer> causes, double seconds) {

    static Predictions of(
            String name, RatingPredictor predictor, List<RatingPair> pairs, RatingScale scale, Progress progress) {
        var values = new ArrayList<OptionalDouble>();
        Map<String, Integer> causes = new LinkedHashMap<>();
        long start = System.nanoTime();
        progress.update(name, 0, pairs.size());
        for (var pair : pairs) {
            values.add(predict(predictor, pair, scale, causes));
            progress.update(name, values.size(), pairs.size());
        }
        return new Predictions(values, causes, (System.nanoTime() - start) / 1e9);
    }

    private static OptionalDouble predict(
            RatingPredictor predictor, RatingPair pair, RatingScale scale, Map<String, Integer> causes) {
        try {
            double value = predictor.predict(pair.history(), pair.item());
            if (Double.isFinite(value)) {
                return OptionalDouble.of(scale.clip(value));
            }
            causes.merge("the prediction is not a finite number", 1, Integer::sum);
        } catch (RuntimeException e) {
            if (e instanceof ModelFailure failure && failure.kind().endsJob()) {
                throw failure;
            }
            causes.merge(Causes.of(e), 1, Integer::sum);
        }
        return OptionalDouble.empty();
    }

    int size() {
        return values.size();
    }

    boolean failed(int pair) {
        return values.get(pair).isEmpty();
    }

    double value(int pair) {
        return values.get(pair).orElseThrow();
    }

    int failures() {
        return (int) values.stream().filter(OptionalDouble::isEmpty).count();
    }

    boolean anySucceeded() {
        return failures() < size();
    }
}
