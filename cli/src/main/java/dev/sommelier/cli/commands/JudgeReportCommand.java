package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.core.Provenance;
import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.experiments.judging.JudgingRendering;
import dev.sommelier.experiments.judging.JudgingStudy;
import dev.sommelier.judges.job.JudgingJob;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Sums a job up.
@Command(
        name = "report",
        description = "Sum a judging job up: agreement with the human labels of its pairs, grades, disagreements worth"
                + " reading, cost, failures, provenance.",
        footer = {"", "Example:", "  sommelier judge report job --html job.html"})
public final class JudgeReportCommand extends BaseCommand {
    @Parameters(paramLabel = "DIR", description = "The job's folder.")
    Path folder = Path.of("");

    @Option(
            names = "--disagreements",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many disagreements to show (default: ${DEFAULT-VALUE}).")
    int disagreements;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "The seed of the bootstrap (default: ${DEFAULT-VALUE}).")
    long seed;

    @Mixin
    ReportOptions reports;

    @Override
    protected void run(Output output) {
        if (disagreements < 0) {
            throw wrongUsage("--disagreements must be at least 0, got " + disagreements);
        }
        try (var job = JudgingJob.openToRead(folder)) {
            var report = JudgingStudy.of(job, disagreements, Bootstrap.DEFAULT_RESAMPLES, seed);
            var provenance = new Provenance(job.plan().settings().values())
                    .with("bootstrap", Bootstrap.DEFAULT_RESAMPLES + " resamples, seed " + seed);
            reports.write(JudgingRendering.of(report), provenance, output);
            output.result(report, JudgingRendering.text(report));
        }
    }
}
