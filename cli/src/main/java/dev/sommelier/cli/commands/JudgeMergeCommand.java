package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.judges.job.JudgingJob;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Joins parts of a job.
@Command(
        name = "merge",
        description =
                "Add the judgements of other folders with the same plan, such as those of other machines. Failed pairs"
                        + " are replaced by grades; grades of the receiving folder stay.")
public final class JudgeMergeCommand extends BaseCommand {
    @Parameters(index = "0", paramLabel = "DIR", description = "The job's folder, which receives.")
    Path folder = Path.of("");

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "OTHER", description = "Folders of the same plan.")
    List<Path> others = List.of();

    @Override
    protected void run(Output output) {
        try (var job = JudgingJob.open(folder)) {
            for (var other : others) {
                output.note(other + ": " + job.merge(other).sentence());
            }
            JudgeStatusCommand.show(job, Optional.empty(), output);
        }
    }
}
