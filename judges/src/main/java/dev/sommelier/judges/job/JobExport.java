package dev.sommelier.judges.job;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.SommelierException;
import dev.sommelier.io.journal.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Writes a job's labels in the order of the plan: the same bytes however often the job was interrupted.
public final class JobExport {
    /// What becomes of pairs without a label in TREC qrels, which have no word for them.
    public enum WithoutLabel {
        /// Nothing is written; the command fails and says how many there are.
        STOP,
        /// The pairs are left out, so that evaluation takes them as unjudged.
        OMIT
    }

    private static final int CHUNK = 500;

    private final JudgingJob job;

    public JobExport(JudgingJob job) {
        this.job = job;
    }

    /// TREC qrels, line by line without the line's end.
    ///
    /// @param failed the policy for pairs that could not be judged
    /// @param pending the policy for pairs that are still to be judged
    /// @throws SommelierException before the first line, if a policy says stop
    public void qrels(WithoutLabel failed, WithoutLabel pending, Consumer<String> lines) {
        var counts = job.counts();
        if (failed == WithoutLabel.STOP && counts.failed() > 0) {
            throw new SommelierException(counts.failed() + " of " + counts.wanted() + " pairs failed " + counts.causes()
                    + " and have no label; judge them again by 'sommelier judge retry-failed " + job.folder()
                    + "', leave them out by --failed omit, or export --format jsonl, which holds them");
        }
        refusePending(pending);
        job.journal().forEach(unit -> {
            if (JudgmentCodec.judgment(unit) instanceof Judgment.Graded graded) {
                lines.accept(graded.topic() + " 0 " + graded.document() + " " + graded.label());
            }
        });
    }

    /// JSON lines, failures included, as `agree --labels` reads them.
    ///
    /// @param pending the policy for pairs that are still to be judged
    public void jsonLines(WithoutLabel pending, Consumer<String> lines) {
        refusePending(pending);
        job.journal()
                .forEach(unit -> lines.accept(JudgmentCodec.text(JudgmentCodec.line(JudgmentCodec.judgment(unit)))));
    }

    /// Every pair with an outcome and what became of it, in the order of the plan.
    public void outcomes(BiConsumer<PlannedPair, Judgment> consumer) {
        var chunk = new ArrayList<Unit>();
        job.journal().forEach(unit -> {
            chunk.add(unit);
            if (chunk.size() == CHUNK) {
                hand(chunk, consumer);
            }
        });
        hand(chunk, consumer);
    }

    private void hand(List<Unit> chunk, BiConsumer<PlannedPair, Judgment> consumer) {
        if (chunk.isEmpty()) {
            return;
        }
        var pairs = new HashMap<Long, PlannedPair>();
        job.plan()
                .forEach(
                        chunk.getFirst().position(),
                        chunk.getLast().position() + 1,
                        pair -> pairs.put(pair.position(), pair));
        for (var unit : chunk) {
            var pair = pairs.get(unit.position());
            if (pair == null) {
                throw new IllegalStateException("the plan has no pair " + unit.position());
            }
            consumer.accept(pair, JudgmentCodec.judgment(unit));
        }
        chunk.clear();
    }

    private void refusePending(WithoutLabel pending) {
        var counts = job.counts();
        if (pending == WithoutLabel.STOP && counts.pending() > 0) {
            throw new SommelierException(counts.pending() + " of " + counts.wanted()
                    + " pairs are not judged yet; finish them by 'sommelier judge resume " + job.folder()
                    + "', or leave them out by --pending omit");
        }
    }
}
