package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.judges.job.JobExport;
import dev.sommelier.judges.job.JobExport.WithoutLabel;
import dev.sommelier.judges.job.JudgingJob;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a job's labels.
@Command(
        name = "export",
        description = "Write a judging job's labels to standard output, in the order of the plan.",
        footer = {
            "",
            "Examples:",
            "  sommelier judge export job > llm.qrels",
            "  sommelier judge export job --format jsonl > llm.jsonl",
            "  sommelier agree --human human.qrels --labels llm.jsonl --missing drop"
        })
public final class JudgeExportCommand extends BaseCommand {
    /// The forms of labels.
    enum Format {
        QRELS,
        JSONL
    }

    @Parameters(paramLabel = "DIR", description = "The job's folder.")
    Path folder = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "QRELS",
            description = "${COMPLETION-CANDIDATES}; JSONL holds probabilities, scores and failures (default:"
                    + " ${DEFAULT-VALUE}).")
    Format format = Format.QRELS;

    @Option(
            names = "--failed",
            paramLabel = "POLICY",
            defaultValue = "STOP",
            description = "Failed pairs in qrels: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    WithoutLabel failed = WithoutLabel.STOP;

    @Option(
            names = "--pending",
            paramLabel = "POLICY",
            defaultValue = "STOP",
            description =
                    "Wanted pairs that are not judged yet: ${COMPLETION-CANDIDATES} (default:" + " ${DEFAULT-VALUE}).")
    WithoutLabel pending = WithoutLabel.STOP;

    @Override
    protected void run(Output output) {
        try (var job = JudgingJob.openToRead(folder)) {
            var export = new JobExport(job);
            if (format == Format.JSONL) {
                export.jsonLines(pending, output::line);
            } else {
                export.qrels(failed, pending, output::line);
            }
            var counts = job.counts();
            if (counts.failed() + counts.pending() > 0) {
                output.note(counts.failed() + " failed " + counts.causes() + " and " + counts.pending()
                        + " pending pairs have no label.");
            }
        }
    }
}
