package dev.sommelier.cli.wiring;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.Usage;
import dev.sommelier.io.journal.OpenBatches;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/// A few batches of a job, judged as they will be judged and not kept.
///
/// @param batches how many
/// @param graded pairs of these that got a grade
/// @param failed pairs that got none
/// @param causes failures by kind
/// @param cause of the first failure, in a sentence; empty without one
/// @param usage of the graded pairs
/// @param secondsAPair wall time; of batches without a failure where there is one
public record JudgeTrial(
        int batches,
        int graded,
        int failed,
        Map<String, Integer> causes,
        String cause,
        Usage usage,
        double secondsAPair) {
    private static final int ENOUGH_PAIRS = 40;
    private static final double ENOUGH_SECONDS = 20;
    private static final double NANOS = 1e9;

    public JudgeTrial {
        causes = Collections.unmodifiableMap(new TreeMap<>(causes));
    }

    /// Judges batches that lie evenly among those that are left: at least one, more until there are enough pairs or it
    /// takes too long.
    static JudgeTrial of(OpenedJob opened, OpenBatches open, LongSupplier nanoClock) {
        var sum = new Sum();
        int most = open.count() == 0 ? 0 : batches(open);
        for (int i = 0; i < most && sum.wantsMore(); i++) {
            int at = Math.toIntExact((2L * i + 1) * open.count() / (2L * most));
            long began = nanoClock.getAsLong();
            var answers = opened.job().tryBatch(opened.judge(), open.first(at), open.end(at));
            sum.add(answers, (nanoClock.getAsLong() - began) / NANOS);
        }
        return sum.trial();
    }

    private static int batches(OpenBatches open) {
        long size = Math.max(1, open.end(0) - open.first(0));
        return (int) Math.min(open.count(), Math.max(1, Math.ceilDiv(ENOUGH_PAIRS, size)));
    }

    private static final class Sum {
        private final Map<String, Integer> causes = new TreeMap<>();
        private String cause = "";
        private Usage usage = Usage.NONE;
        private int batches;
        private int graded;
        private int failed;
        private double seconds;
        private int soundPairs;
        private double soundSeconds;

        boolean wantsMore() {
            return seconds < ENOUGH_SECONDS;
        }

        void add(List<Judgment> answers, double took) {
            batches++;
            seconds += took;
            int before = failed;
            for (var answer : answers) {
                switch (answer) {
                    case Judgment.Graded sound -> {
                        graded++;
                        usage = usage.plus(sound.usage());
                    }
                    case Judgment.Failed wrong -> {
                        failed++;
                        causes.merge(wrong.kind(), 1, Integer::sum);
                        cause = cause.isEmpty() ? wrong.cause() : cause;
                    }
                }
            }
            if (failed == before) {
                soundPairs += answers.size();
                soundSeconds += took;
            }
        }

        JudgeTrial trial() {
            double each = soundPairs > 0 ? soundSeconds / soundPairs : seconds / Math.max(1, graded + failed);
            return new JudgeTrial(batches, graded, failed, causes, cause, usage, each);
        }
    }
}
