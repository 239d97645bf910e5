package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.CallOptions;
import dev.sommelier.cli.wiring.ComparisonRun;
import dev.sommelier.cli.wiring.ContenderKinds;
import dev.sommelier.cli.wiring.EncoderOptions;
import dev.sommelier.cli.wiring.ExperimentSource;
import dev.sommelier.cli.wiring.ModelOptions;
import dev.sommelier.cli.wiring.StoppableWork;
import dev.sommelier.experiments.compare.ComparisonJob;
import dev.sommelier.experiments.compare.Material;
import dev.sommelier.experiments.compare.Plan;
import dev.sommelier.experiments.compare.report.PlanTable;
import dev.sommelier.experiments.compare.spec.ContenderSpec;
import dev.sommelier.experiments.compare.spec.Experiment;
import dev.sommelier.experiments.compare.spec.ExperimentFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Contenders of every kind, side by side.
@Command(
        name = "compare",
        description = CompareCommand.DESCRIPTION,
        footer = {
            "",
            "Examples:",
            "  sommelier compare ml-100k-topn",
            "  sommelier compare experiment.yaml --plan",
            "  sommelier compare experiment.yaml --out runs/main-table",
            "",
            "Presets: ml-100k-topn, ml-100k-ctr, ml-100k-rating, llm-rerank.",
            "DIR receives report.html, tables.csv, tables.tex, report.json and the journal of the work; the same"
                    + " command goes on where it was stopped."
        })
public final class CompareCommand extends BaseCommand {
    /// What it does, for the list of commands.
    public static final String DESCRIPTION =
            "Compare classic recommenders, language models and agents on the same tasks, as an experiment file says.";

    @Parameters(paramLabel = "FILE|PRESET", description = "An experiment file, or the name of a preset.")
    String experiment = "";

    @Option(names = "--out", paramLabel = "DIR", description = "The folder (default: the experiment's name).")
    Optional<Path> out = Optional.empty();

    @Option(names = "--plan", description = "Show the work and what it may cost a language model; run nothing.")
    boolean plan;

    @Option(names = "--retry-failed", description = "Work again on what failed.")
    boolean retryFailed;

    @Mixin
    ModelOptions model;

    @Mixin
    CallOptions calls;

    @Mixin
    EncoderOptions encoder = new EncoderOptions();

    @Override
    protected void run(Output output) {
        var source = ExperimentSource.of(experiment);
        var kinds = ContenderKinds.toRead();
        var read = ExperimentFile.read(source.name(), source.text(), ContenderKinds.facts(kinds));
        var materials = ComparisonRun.materials(read, output);
        if (plan) {
            var work = Plan.of(
                    read,
                    ContenderKinds.facts(kinds),
                    (data, task) -> ComparisonRun.of(materials, data).users(task));
            var table = PlanTable.of(work, kinds);
            output.result(table, table.render());
            return;
        }
        var folder = out.orElse(Path.of(source.stem()));
        boolean done = StoppableWork.run(
                ContenderKinds.needModel(read, kinds),
                model,
                calls.within(read.limits()),
                output,
                asked -> work(source, read, materials, asked, folder, output));
        if (!done) {
            return;
        }
        var report = ComparisonRun.report(folder, kinds);
        ComparisonRun.write(report, folder, output);
        output.result(report.json(), report.text());
    }

    private boolean work(
            ExperimentSource source,
            Experiment read,
            Map<String, Material> materials,
            StoppableWork.Asked asked,
            Path folder,
            Output output) {
        var encoders = encoder.encoders(output);
        var kinds = ContenderKinds.all(encoders, asked.language());
        var all = new LinkedHashMap<>(asked.facts());
        all.put("text encoder", encoders.usual().get().name());
        all.putAll(encoders.facts(read.contenders().stream().map(ContenderSpec::parameters)));
        var provenance = ComparisonRun.provenance(materials, read.rules());
        try (var job = ComparisonJob.open(folder, source.text(), read, kinds, materials, all, provenance)) {
            return ComparisonRun.run(job, retryFailed, output);
        }
    }
}
