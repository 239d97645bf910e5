package dev.sommelier.cli.wiring;

import dev.sommelier.cli.terminal.Output;
import dev.sommelier.core.Judgment;
import dev.sommelier.judges.job.JobProgress;
import dev.sommelier.judges.job.PlannedPair;
import dev.sommelier.judges.job.RunningKappa;
import dev.sommelier.judges.relevance.GradeScale;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Tells how a job goes: pairs, rate and time left from the start on, and at every tenth the failures by cause and the
/// agreement with human labels so far. Only this process's work is counted.
final class JudgeProgress implements JobProgress {
    private static final int PARTS = 10;
    private static final String TASK = "Judging";
    private static final String UNITS = "pairs";

    private final long total;
    private final Output output;
    private final RunningKappa kappa;
    private final Map<String, Long> causes = new TreeMap<>();
    private long done;
    private long told;

    /// @param total how many pairs the batches that are left hold
    JudgeProgress(long total, GradeScale scale, Output output) {
        this.total = total;
        this.output = output;
        this.kappa = new RunningKappa(scale);
    }

    /// Shows at once that something runs; the first batch may take minutes.
    void begin() {
        if (total > 0) {
            output.progress().update(TASK, UNITS, 0, total);
        }
    }

    @Override
    public synchronized void committed(List<PlannedPair> pairs, List<Judgment> judgments) {
        for (int i = 0; i < pairs.size(); i++) {
            kappa.add(pairs.get(i).human(), judgments.get(i));
            if (judgments.get(i) instanceof Judgment.Failed failed) {
                causes.merge(failed.kind(), 1L, Long::sum);
            }
        }
        done += pairs.size();
        output.progress().update(TASK, UNITS, done, Math.max(total, done));
        long part = done * PARTS / Math.max(total, done);
        if (part > told) {
            told = part;
            tell();
        }
    }

    private void tell() {
        var parts = new StringBuilder();
        kappa.value()
                .ifPresent(value ->
                        parts.append(String.format(Locale.ROOT, "kappa with the human labels so far %.3f", value)));
        if (!causes.isEmpty()) {
            parts.append(parts.isEmpty() ? "" : "; ").append("failed so far ").append(causes);
        }
        if (!parts.isEmpty()) {
            output.note("  " + done + " judged: " + parts);
        }
    }
}
