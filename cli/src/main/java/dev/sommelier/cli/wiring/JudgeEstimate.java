package dev.sommelier.cli.wiring;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/// What is left of a job, from a few of its batches that are judged on trial and not kept.
///
/// @param pairs to be judged
/// @param trial what the trial gave
/// @param takes what the pairs will take; empty where the trial gave no grade
public record JudgeEstimate(long pairs, JudgeTrial trial, Optional<Amount> takes) {
    /// @param tokens prompt and generated tokens
    /// @param seconds with one worker on this machine
    /// @param cost in the currency of the price that was given
    public record Amount(long tokens, double seconds, double cost) {}

    /// Tries what is left of the first pairs of a job.
    ///
    /// @param pairs of the plan, from the first; those that are judged are left out
    /// @param calls with the prices
    public static JudgeEstimate of(OpenedJob opened, long pairs, CallOptions calls) {
        return of(opened, pairs, calls, System::nanoTime);
    }

    static JudgeEstimate of(OpenedJob opened, long pairs, CallOptions calls, LongSupplier nanoClock) {
        var open = opened.job().open(pairs);
        long asked = opened.job().toBeAsked(open, opened.judge());
        var trial = JudgeTrial.of(opened, open, nanoClock);
        if (trial.graded() == 0) {
            return new JudgeEstimate(asked, trial, Optional.empty());
        }
        double factor = (double) asked / trial.graded();
        var usage = trial.usage();
        return new JudgeEstimate(
                asked,
                trial,
                Optional.of(new Amount(
                        Math.round((usage.promptTokens() + usage.generatedTokens()) * factor),
                        trial.secondsAPair() * asked,
                        calls.prices().of(usage) * factor)));
    }

    /// Whether the trial gave nothing but failures, so that the job would too.
    public boolean hopeless() {
        return trial.graded() == 0 && trial.failed() > 0;
    }

    /// In a sentence or two.
    public String sentence() {
        if (hopeless()) {
            return pairs + " pairs to judge, but all " + trial.failed() + " on trial failed " + trial.causes()
                    + ", the first because: " + trial.cause().replaceAll("\\.+$", "")
                    + ". There is no estimate; mend the cause first.";
        }
        return takes.map(this::sentence)
                .orElse(
                        pairs == 0
                                ? "Nothing is left to judge."
                                : pairs + " pairs to judge; none of the pairs on trial has a text, so there is no"
                                        + " estimate.");
    }

    private String sentence(Amount amount) {
        var costs = amount.cost() == 0 ? "" : String.format(Locale.ROOT, ", cost %.2f", amount.cost());
        var failed = trial.failed() == 0
                ? ""
                : "; " + trial.failed() + " more failed " + trial.causes() + " and are left out of the estimate";
        return String.format(
                Locale.ROOT,
                "%d pairs to judge: about %d tokens and %s with one worker%s (from %d pairs in %d whole batches on"
                        + " trial%s).",
                pairs,
                amount.tokens(),
                time(amount.seconds()),
                costs,
                trial.graded(),
                trial.batches(),
                failed);
    }

    private static String time(double seconds) {
        var duration = Duration.ofMillis(Math.round(seconds * 1000));
        if (duration.toMinutes() < 2) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return duration.toHours() < 1
                ? duration.toMinutes() + " min"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
}
