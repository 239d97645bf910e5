package dev.sommelier.cli.wiring;

import dev.sommelier.core.Usage;
import dev.sommelier.judges.relevance.RelevancePair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;

/// What is left of a job, from a few of its pairs that are judged on trial and not kept.
///
/// @param pairs to be judged
/// @param trial how many pairs were tried
/// @param tokens prompt and generated tokens
/// @param seconds with one worker on this machine
/// @param cost in the currency of the price that was given
public record JudgeEstimate(long pairs, int trial, long tokens, double seconds, double cost) {
    private static final int TRIAL = 8;

    /// Judges some pairs, evenly spread over the plan.
    ///
    /// @param calls with the prices
    public static JudgeEstimate of(OpenedJob opened, long pairs, CallOptions calls) {
        var job = opened.job();
        var batch = new ArrayList<RelevancePair>();
        long size = job.plan().size();
        for (int i = 0; i < TRIAL && i < size; i++) {
            for (var pair : job.plan().pairs(i * size / TRIAL, i * size / TRIAL + 1)) {
                pair.text()
                        .ifPresent(
                                text -> batch.add(new RelevancePair(job.plan().topic(pair.topic()), text)));
            }
        }
        if (batch.isEmpty()) {
            return new JudgeEstimate(pairs, 0, 0, 0, 0);
        }
        long began = System.nanoTime();
        var usage = opened.judge().judge(batch).stream()
                .map(judgment -> judgment.usage())
                .reduce(Usage.NONE, Usage::plus);
        double factor = (double) pairs / batch.size();
        long tokens = Math.round((usage.promptTokens() + usage.generatedTokens()) * factor);
        double seconds = (System.nanoTime() - began) / 1e9 * factor;
        return new JudgeEstimate(
                pairs, batch.size(), tokens, seconds, calls.prices().of(usage) * factor);
    }

    /// In a sentence.
    public String sentence() {
        var costs = cost == 0 ? "" : String.format(Locale.ROOT, ", cost %.2f", cost);
        return String.format(
                Locale.ROOT,
                "%d pairs to judge: about %d tokens and %s with one worker%s (from %d pairs on trial).",
                pairs,
                tokens,
                time(),
                costs,
                trial);
    }

    private String time() {
        var duration = Duration.ofMillis(Math.round(seconds * 1000));
        if (duration.toMinutes() < 2) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return duration.toHours() < 1
                ? duration.toMinutes() + " min"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
}
