package dev.sommelier.judges.job;

import dev.sommelier.core.Judgment;
import dev.sommelier.core.SommelierException;
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

    /// Every judgement so far, in the order of the plan.
    public void judgments(Consumer<Judgment> consumer) {
        job.journal().forEach(unit -> consumer.accept(JudgmentCodec.judgment(unit)));
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
