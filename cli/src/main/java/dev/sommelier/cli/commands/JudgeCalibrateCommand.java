package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.CalibrateWork;
import dev.sommelier.cli.wiring.CalibrationOptions;
import dev.sommelier.cli.wiring.CallOptions;
import dev.sommelier.cli.wiring.GivenPaths;
import dev.sommelier.cli.wiring.JudgeInputs;
import dev.sommelier.cli.wiring.ModelCost;
import dev.sommelier.cli.wiring.ModelOptions;
import dev.sommelier.cli.wiring.ReadingOptions;
import dev.sommelier.core.Provenance;
import dev.sommelier.experiments.judging.CalibrationRendering;
import dev.sommelier.experiments.judging.CalibrationReport;
import dev.sommelier.io.AtomicFiles;
import dev.sommelier.judges.calibration.CalibrationFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Fits a judge on labelled pairs.
@Command(
        name = "calibrate",
        description =
                "Fit a judge on labelled pairs: signals of a pair are mapped to its grade, cross-validated by topic.",
        footer = {
            "",
            "Examples:",
            "  sommelier judge calibrate job --save calibration.json",
            "  sommelier judge calibrate --topics queries.tsv --docs passages.jsonl.gz --pairs human.qrels --out fit \\",
            "      --save calibration.json",
            "  sommelier judge run --method calibrated --calibration calibration.json --topics ... --out job",
            "",
            "Scores of finished jobs on labelled pairs serve as signals; what they lack is measured and kept, so that",
            "the command can be killed and run again."
        })
public final class JudgeCalibrateCommand extends BaseCommand {
    /// What a job brings itself.
    private static final Set<String> OF_A_JOB = Set.of(
            "--topics",
            "--docs",
            "--pairs",
            "--runs",
            "--depth",
            "--missing-text",
            "--sample-per-topic",
            "--sample-seed",
            "--batch",
            "--example",
            "--scale",
            "--truncate",
            "--text-tokens",
            "--model",
            "--lora",
            "--server-model",
            "--context");

    @Parameters(
            paramLabel = "JOB",
            arity = "0..*",
            description = "Folders of finished jobs; the first one's pairs and human labels are used.")
    List<Path> jobs = List.of();

    @Mixin
    JudgeInputs inputs;

    @Mixin
    ReadingOptions reading;

    @Mixin
    ModelOptions model;

    @Mixin
    CallOptions calls;

    @Mixin
    CalibrationOptions fitting;

    @Mixin
    ReportOptions reports;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder that keeps the measured signals (default: the first JOB).")
    Optional<Path> out = Optional.empty();

    @Option(names = "--save", paramLabel = "FILE", description = "Write the judge that was fitted on all pairs.")
    Optional<Path> save = Optional.empty();

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "Write the cross-validated labels as TREC qrels, for agree.")
    Optional<Path> labels = Optional.empty();

    /// What came of it.
    record Result(CalibrationReport calibration, ModelCost cost) {}

    @Override
    protected void run(Output output) {
        check();
        var work = new CalibrateWork(inputs, reading, model, calls);
        if (!jobs.isEmpty()) {
            var planned = JudgeRunCommand.planned(jobs.getFirst(), new JudgeRunCommand(), new JudgeRunOptions(), calls);
            planned.model.useRunning(model);
            work = new CalibrateWork(planned.inputs, planned.how.reading(), planned.model, calls);
        }
        var folder = out.orElseGet(() -> jobs.getFirst());
        var result = work.calibrate(jobs, folder, fitting, output);
        var report = result.report();
        save.ifPresent(file -> {
            AtomicFiles.write(file, CalibrationFile.write(report.fitted()));
            output.note("Written: " + file + "; use it by judge run --method calibrated --calibration " + file);
        });
        labels.ifPresent(file -> {
            AtomicFiles.write(file, String.join("\n", result.labels()) + "\n");
            output.note("Written: " + file);
        });
        reports.write(
                CalibrationRendering.of(report), new Provenance(report.fitted().facts()), output);
        output.result(
                new Result(report, result.cost()),
                CalibrationRendering.text(report) + result.cost().text());
    }

    private void check() {
        if (jobs.isEmpty() && inputs.none()) {
            throw wrongUsage(
                    "a calibration needs labelled pairs: give the folder of a finished JOB, or --topics, --docs"
                            + " and --pairs (or --example) with --out DIR");
        }
        var wrong = Stream.of(
                        reading.wrong(),
                        fitting.wrong(),
                        jobs.isEmpty() ? inputs.wrong() : "",
                        out.map(folder -> GivenPaths.target("--out", folder)).orElse(""))
                .filter(text -> !text.isEmpty())
                .findFirst();
        if (wrong.isPresent()) {
            throw wrongUsage(wrong.get());
        }
        if (jobs.isEmpty() && out.isEmpty()) {
            throw wrongUsage("without a JOB, --out DIR is needed: the folder that keeps the measured signals");
        }
        Stream.of(save, labels).flatMap(Optional::stream).forEach(AtomicFiles::requireWritable);
        reports.requireWritable();
        if (jobs.isEmpty()) {
            return;
        }
        for (var option : parsed().matchedOptions()) {
            if (OF_A_JOB.contains(option.longestName())) {
                throw wrongUsage("a JOB brings its own " + option.longestName() + "; leave it out, or leave JOB out");
            }
        }
    }
}
