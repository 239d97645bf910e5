package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.ComparisonRun;
import dev.sommelier.cli.wiring.ContenderKinds;
import dev.sommelier.cli.wiring.TuningRun;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// A comparison's report, made again.
@Command(
        name = "report",
        description = ReportCommand.DESCRIPTION,
        footer = {
            "",
            "Example:",
            "  sommelier report runs/main-table",
            "",
            "Needs neither data set nor model. The statistics of DIR/experiment.yaml may be changed before."
        })
public final class ReportCommand extends BaseCommand {
    /// What it does, for the list of commands.
    public static final String DESCRIPTION = "Make the report of a comparison or a search again from its folder.";

    @Parameters(paramLabel = "DIR", description = "The folder that 'sommelier compare' or 'sommelier tune' wrote.")
    Path folder = Path.of("");

    @Override
    protected void run(Output output) {
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
