package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.OpenedJob;
import dev.sommelier.judges.job.JudgingJob;
import picocli.CommandLine.Command;

/// Judges failed pairs again.
@Command(
        name = "retry-failed",
        description =
                "Judge failed pairs again, and pairs that are still pending; grades stay as they are. Methods that"
                        + " judge a batch as one judge it again whole.")
public final class JudgeRetryFailedCommand extends JudgeGoOnCommand {
    @Override
    JudgeRunCommand work() {
        return new Retrying();
    }

    /// The planned run over what failed.
    private static final class Retrying extends JudgeRunCommand {
        @Override
        void use(OpenedJob opened, Output output) {
            var job = opened.job();
            long without = job.counts().causes().getOrDefault(JudgingJob.MISSING_TEXT, 0L);
            output.note("Batches with failed pairs: " + job.retryFailed()
                    + (without == 0
                            ? ""
                            : "; pairs without a text stay failed: " + without + ", plan a new job for them"));
            judge(opened, job.counts().wanted(), output);
        }
    }
}
