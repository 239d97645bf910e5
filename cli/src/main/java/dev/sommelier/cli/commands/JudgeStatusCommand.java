package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.ModelCost;
import dev.sommelier.io.journal.Counts;
import dev.sommelier.judges.job.JudgingJob;
import dev.sommelier.judges.job.ShortenedTexts;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Tells how far a job is.
@Command(name = "status", description = "Tell how far a judging job is, and what failed why.")
public final class JudgeStatusCommand extends BaseCommand {
    @Parameters(paramLabel = "DIR", description = "The job's folder.")
    Path folder = Path.of("");

    /// How far a job is.
    ///
    /// @param shortened how many texts were read only in part
    /// @param cost what this command's calls of the model cost; empty for a command that makes none (`judge report` has
    ///     the job's)
    record Result(
            String job,
            long planned,
            Counts counts,
            long pending,
            ShortenedTexts shortened,
            Optional<ModelCost> cost,
            Map<String, String> settings) {}

    @Override
    protected void run(Output output) {
        try (var job = JudgingJob.openToRead(folder)) {
            show(job, Optional.empty(), output);
        }
    }

    static void show(JudgingJob job, Optional<ModelCost> cost, Output output) {
        var counts = job.counts();
        long planned = job.plan().size();
        var text = new StringBuilder()
                .append("Judged: ")
                .append(counts.done())
                .append(", failed: ")
                .append(counts.failed())
                .append(", pending: ")
                .append(counts.pending())
                .append(" of ")
                .append(counts.wanted())
                .append(" wanted pairs (")
                .append(planned)
                .append(" planned)\n");
        if (counts.failed() > 0) {
            text.append("Failed by cause: ")
                    .append(counts.causes().entrySet().stream()
                            .map(cause -> cause.getKey() + " " + cause.getValue())
                            .collect(Collectors.joining(", ")))
                    .append('\n');
        }
        if (counts.leased() > 0) {
            text.append("Batches in work, to be retried or left by a dead process: ")
                    .append(counts.leased())
                    .append('\n');
        }
        var shortened = job.shortened();
        if (!shortened.sentence().isEmpty()) {
            text.append(shortened.sentence()).append('\n');
        }
        cost.ifPresent(spent -> text.append(spent.text()));
        var folder = job.folder().toString();
        output.result(
                new Result(
                        folder,
                        planned,
                        counts,
                        counts.pending(),
                        shortened,
                        cost,
                        job.plan().settings().values()),
                text.toString());
    }
}
