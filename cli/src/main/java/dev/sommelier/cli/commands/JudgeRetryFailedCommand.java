package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.judges.job.JudgingJob;
import dev.sommelier.judges.relevance.RelevanceJudge;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Judges failed pairs again.
@Command(
        name = "retry-failed",
        description = "Judge the batches that hold failed pairs again, whole; earlier outcomes stay until then.")
public final class JudgeRetryFailedCommand extends BaseCommand {
    @Parameters(paramLabel = "DIR", description = "The job's folder.")
    Path folder = Path.of("");

    @Mixin
    JudgeRunOptions running;

    @Override
    protected void run(Output output) {
        if (!running.wrong().isEmpty()) {
            throw wrongUsage(running.wrong());
        }
        JudgeRunCommand.planned(folder, new Retrying(), running).work(true, List.of(), output);
    }

    /// The planned run over what failed.
    private static final class Retrying extends JudgeRunCommand {
        @Override
        void use(JudgingJob job, RelevanceJudge judge, Output output) {
            output.note("Batches with failed pairs: " + job.retryFailed());
            judge(job, judge, output);
        }
    }
}
