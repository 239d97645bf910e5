package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.CallOptions;
import dev.sommelier.cli.wiring.ContenderKinds;
import dev.sommelier.cli.wiring.EncoderOptions;
import dev.sommelier.cli.wiring.Encoders;
import dev.sommelier.cli.wiring.ExperimentSource;
import dev.sommelier.cli.wiring.ModelOptions;
import dev.sommelier.cli.wiring.StoppableWork;
import dev.sommelier.cli.wiring.Study;
import dev.sommelier.cli.wiring.TuningRun;
import dev.sommelier.experiments.tune.TunedKind;
import dev.sommelier.experiments.tune.Tuning;
import dev.sommelier.experiments.tune.TuningFile;
import dev.sommelier.experiments.tune.TuningJob;
import dev.sommelier.experiments.tune.TuningPlanTable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Hyper-parameters, searched on the validation part.
@Command(
        name = "tune",
        description = TuneCommand.DESCRIPTION,
        footer = {
            "",
            "Examples:",
            "  sommelier tune ml-100k",
            "  sommelier tune search.yaml --plan",
            "  sommelier tune search.yaml --out runs/search",
            "",
            "Presets: ml-100k, ml-latest-small (add this data set first: 'sommelier data add').",
            "DIR receives report.html, tables.csv, tables.tex, report.json, tuned-DATA.yaml for 'sommelier compare' and"
                    + " the journal of the work; the same command goes on where it was stopped."
        })
public final class TuneCommand extends BaseCommand {
    /// What it does, for the list of commands.
    public static final String DESCRIPTION =
            "Search hyper-parameters on the validation part, and test the best of each contender once.";

    @Parameters(paramLabel = "FILE|PRESET", description = "A file with search spaces, or the name of a preset.")
    String search = "";

    @Option(names = "--out", paramLabel = "DIR", description = "The folder (default: tune- and the search's name).")
    Optional<Path> out = Optional.empty();

    @Option(names = "--plan", description = "Show what would be tried; run nothing.")
    boolean plan;

    @Mixin
    ModelOptions model;

    @Mixin
    CallOptions calls;

    @Override
    protected void run(Output output) {
        var source = ExperimentSource.search(search);
        var kinds = ContenderKinds.toRead();
        var tuning = TuningFile.read(source.name(), source.text(), ContenderKinds.facts(kinds));
        if (plan) {
            var table = TuningPlanTable.of(tuning);
            output.result(table, table.render());
            return;
        }
        var parts = TuningRun.parts(tuning, output);
        var folder = out.orElse(Path.of("tune-" + source.stem()));
        var names = tuning.contenders().stream().map(TunedKind::kind).toList();
        boolean done = StoppableWork.run(
                ContenderKinds.needModel(names, kinds),
                model,
                calls,
                output,
                asked -> work(source, tuning, parts, asked, folder, output));
        if (!done) {
            return;
        }
        var report = TuningRun.report(folder, kinds);
        TuningRun.write(report, folder, output);
        output.result(report.json(), report.text());
    }

    private static boolean work(
            ExperimentSource source,
            Tuning tuning,
            Map<String, TuningJob.Parts> parts,
            StoppableWork.Asked asked,
            Path folder,
            Output output) {
        var encoders = new Encoders(Study.encoder(), name -> EncoderOptions.named(name, output));
        var kinds = ContenderKinds.all(encoders, asked.language());
        var all = new LinkedHashMap<>(asked.facts());
        all.putAll(encoders.facts(tuning.contenders().stream().flatMap(one -> one.candidates().stream())));
        var provenance = TuningRun.provenance(parts, tuning);
        try (var job = TuningJob.open(folder, source.text(), tuning, kinds, parts, all, provenance)) {
            return TuningRun.run(job, output);
        }
    }
}
