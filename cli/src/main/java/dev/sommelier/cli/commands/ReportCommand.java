package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.ComparisonRun;
import dev.sommelier.cli.wiring.ContenderKinds;
import dev.sommelier.cli.wiring.TuningRun;
import dev.sommelier.experiments.compare.report.Against;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A comparison's report, made again.
@Command(
        name = "report",
        description = ReportCommand.DESCRIPTION,
        footer = {
            "",
            "Example:",
            "  sommelier report runs/main-table",
            "  sommelier report runs/with-genres --against runs/main-table",
            "",
            "Needs neither data set nor model. The statistics of DIR/experiment.yaml may be changed before."
        })
public final class ReportCommand extends BaseCommand {
    /// What it does, for the list of commands.
    public static final String DESCRIPTION = "Make the report of a comparison or a search again from its folder.";

    @Parameters(paramLabel = "DIR", description = "The folder that 'sommelier compare' or 'sommelier tune' wrote.")
    Path folder = Path.of("");

    @Option(
            names = "--against",
            paramLabel = "OTHER_DIR",
            description = "Show what differs from another comparison of the same data and users; writes no files.")
    Optional<Path> against = Optional.empty();

    /// What two comparisons have in common, and what not.
    record Beside(String first, String second, Against result) {}

    @Override
    protected void run(Output output) {
        if (against.isPresent()) {
            var kinds = ContenderKinds.toRead();
            var result = Against.of(ComparisonRun.result(against.get(), kinds), ComparisonRun.result(folder, kinds));
            var parts = new ArrayList<String>();
            parts.add("First: " + against.get() + ", second: " + folder + "\n");
            result.tables().forEach(table -> parts.add(table.render()));
            result.notes().forEach(note -> parts.add(note + "\n"));
            output.result(new Beside(against.get().toString(), folder.toString(), result), String.join("\n", parts));
            return;
        }
        if (TuningRun.in(folder)) {
            var report = TuningRun.report(folder, ContenderKinds.toRead());
            TuningRun.write(report, folder, output);
            output.result(report.json(), report.text());
            return;
        }
        var report = ComparisonRun.report(folder, ContenderKinds.toRead());
        ComparisonRun.write(report, folder, output);
        output.result(report.json(), report.text());
    }
}
