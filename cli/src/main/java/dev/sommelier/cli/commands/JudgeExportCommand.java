package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.core.SommelierException;
import dev.sommelier.judges.job.JobExport;
import dev.sommelier.judges.job.JobExport.WithoutLabel;
import dev.sommelier.judges.job.JudgingJob;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
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
        if (output.json()) {
            throw wrongUsage("an export is TREC qrels or JSON lines, got --json; leave it out, or give --format jsonl");
        }
        try (var job = JudgingJob.openToRead(folder)) {
            var export = new JobExport(job);
            var written = new AtomicLong();
            Consumer<String> lines = line -> {
                output.line(line);
                written.incrementAndGet();
            };
            if (format == Format.JSONL) {
                export.jsonLines(pending, lines);
            } else {
                export.qrels(failed, pending, lines);
            }
            output.note(told(job, written.get()));
        }
    }

    /// How many pairs there are of each kind.
    ///
    /// @throws SommelierException if none was written
    private String told(JudgingJob job, long written) {
        var counts = job.counts();
        long planned = job.plan().size();
        var causes = counts.failed() == 0 ? "" : " " + counts.causes();
        var numbers = "exported: " + written + ", failed: " + counts.failed() + causes + ", pending: "
                + counts.pending() + " of " + counts.wanted() + " wanted pairs (" + planned + " planned)";
        if (written == 0) {
            var next = counts.failed() > 0 ? "retry-failed " : "resume ";
            throw new SommelierException(folder + " has nothing to export; " + numbers
                    + "; judge them by 'sommelier judge " + next + folder + "'");
        }
        return "E" + numbers.substring(1) + ".";
    }
}
