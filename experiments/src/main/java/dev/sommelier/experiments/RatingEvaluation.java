package dev.sommelier.experiments;

import dev.sommelier.core.RatingScale;
import dev.sommelier.core.Usage;
import dev.sommelier.io.Progress;
import dev.sommelier.judges.RatingPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Asks rating predictors and measures them over the same pairs: RMSE, MAE, and AUC for liked pairs.
///
/// A pair that a contender could not judge is counted, with its cause, and leaves the comparison for everybody; a
/// contender that could judge no pair has no figures and holds nobody back.
public final class RatingEvaluation {
    private final RatingScale scale;
    private final double liked;
    private final RatingFigures figures;
    private final Progress progress;

    /// @param scale predictions are clipped to it
    /// @param liked ratings from here on count as liked; [#likedOn(RatingScale)] is the usual choice
    /// @param resamples bootstrap resamples of the pairs, such as 2,000
    /// @param seed the seed of the resampling
    /// @param progress is told after every pair
    public RatingEvaluation(RatingScale scale, double liked, int resamples, long seed, Progress progress) {
        this.scale = scale;
        this.liked = liked;
        this.figures = new RatingFigures(liked, resamples, seed);
        this.progress = progress;
    }

    /// Three quarters up the scale: 4 on 1 to 5.
    public static double likedOn(RatingScale scale) {
        return scale.low() + 0.75 * (scale.high() - scale.low());
    }

    /// The table.
    ///
    /// @param contenders distinct names
    /// @param stacks more rows, fitted on `validation`; no member is asked twice
    /// @param validation pairs to fit the stacks on; unused without stacks
    /// @param test the pairs that count
    /// @throws IllegalArgumentException if a member of the stack is no contender
    public RatingTable run(
            String title,
            List<RatingContender> contenders,
            List<StackOf> stacks,
            List<RatingPair> validation,
            List<RatingPair> test) {
        Map<String, Asked> asked = new LinkedHashMap<>();
        for (var contender : contenders) {
            if (asked.put(contender.name(), ask(contender, test)) != null) {
                throw new IllegalArgumentException("two contenders are named \"" + contender.name() + "\"");
            }
        }
        var stacking = new Stacking(contenders, validation, scale, progress);
        for (var stack : stacks) {
            if (asked.put(stack.name(), stacking.fit(stack, asked)) != null) {
                throw new IllegalArgumentException("two contenders are named \"" + stack.name() + "\"");
            }
        }
        int[] compared = compared(asked, test.size());
        var rows = asked.values().stream()
                .map(one -> figures.row(one, test, compared))
                .toList();
        int fitted = stacks.isEmpty() ? 0 : validation.size();
        return new RatingTable(title, test.size(), compared.length, fitted, liked, rows);
    }

    /// One contender's predictions for the test pairs and what they cost.
    record Asked(String name, ContenderKind kind, String parameters, Predictions predictions, Cost cost) {}

    private Asked ask(RatingContender contender, List<RatingPair> test) {
        var before = contender.usage().get();
        var predictions = Predictions.of(contender.name(), contender.onTrainAndValidation(), test, scale, progress);
        var cost = cost(predictions, before, contender.usage().get(), test.size());
        return new Asked(contender.name(), contender.kind(), contender.parameters(), predictions, cost);
    }

    private static Cost cost(Predictions predictions, Usage before, Usage after, int pairs) {
        double llmSeconds = after.time().minus(before.time()).toNanos() / 1e9;
        double own = Math.max(0, predictions.seconds() - llmSeconds);
        return new Cost(
                predictions.seconds(),
                own,
                pairs,
                after.calls() - before.calls(),
                after.promptTokens() - before.promptTokens(),
                after.sharedTokens() - before.sharedTokens(),
                after.generatedTokens() - before.generatedTokens());
    }

    /// The pairs that every contender with at least one prediction has predicted.
    private static int[] compared(Map<String, Asked> asked, int size) {
        var answering = asked.values().stream()
                .map(Asked::predictions)
                .filter(Predictions::anySucceeded)
                .toList();
        return IntStream.range(0, size)
                .filter(i -> !answering.isEmpty() && answering.stream().noneMatch(predictions -> predictions.failed(i)))
                .toArray();
    }
}
