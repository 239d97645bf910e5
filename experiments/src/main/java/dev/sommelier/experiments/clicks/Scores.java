package dev.sommelier.experiments.clicks;

import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Usage;
import dev.sommelier.io.Progress;
import dev.sommelier.judges.RatingPair;
import dev.sommelier.llm.ModelFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// One contender's scores for some pairs; empty where the pair failed.
///
/// @param causes how many failed, by cause
/// @param seconds the wall time of all
/// @param usage what a language model cost
record Scores(List<OptionalDouble> values, Map<String, Integer> causes, double seconds, Usage usage) {
    static Scores of(ClickContender contender, String task, List<RatingPair> pairs, Progress progress) {
        var values = new ArrayList<OptionalDouble>();
        var causes = new LinkedHashMap<String, Integer>();
        var before = contender.usage().get();
        long start = System.nanoTime();
        for (var pair : pairs) {
            progress.update(contender.name() + task, values.size(), pairs.size());
            values.add(score(contender, pair, causes));
        }
        progress.update(contender.name() + task, pairs.size(), pairs.size());
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Scores(values, causes, seconds, difference(contender.usage().get(), before));
    }

    private static OptionalDouble score(ClickContender contender, RatingPair pair, Map<String, Integer> causes) {
        try {
            double value = contender.score().applyAsDouble(pair.history(), pair.item());
            if (Double.isFinite(value)) {
                return OptionalDouble.of(value);
            }
            causes.merge("the score is not a finite number", 1, Integer::sum);
        } catch (ModelFailure failure) {
            if (failure.kind().endsJob()) {
                throw failure;
            }
            causes.merge(failure.kind().word(), 1, Integer::sum);
        } catch (SommelierException failure) {
            causes.merge(String.valueOf(failure.getMessage()), 1, Integer::sum);
        }
        return OptionalDouble.empty();
    }

    private static Usage difference(Usage after, Usage before) {
        return new Usage(
                after.calls() - before.calls(),
                after.promptTokens() - before.promptTokens(),
                after.sharedTokens() - before.sharedTokens(),
                after.generatedTokens() - before.generatedTokens(),
                Duration.ofNanos(after.time().minus(before.time()).toNanos()));
    }

    boolean answered(int pair) {
        return values.get(pair).isPresent();
    }

    boolean anyAnswered() {
        return values.stream().anyMatch(OptionalDouble::isPresent);
    }

    double value(int pair) {
        return values.get(pair).orElseThrow();
    }
}
