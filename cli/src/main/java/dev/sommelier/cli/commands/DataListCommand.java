package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.datasets.DatasetStore;
import dev.sommelier.experiments.report.TextTable;
import dev.sommelier.io.Home;
import java.util.List;
import picocli.CommandLine.Command;

/// Lists what can be named with `--data`.
@Command(name = "list", description = "List the data sets that are here or can be fetched.")
public final class DataListCommand extends BaseCommand {
    @Override
    protected void run(Output output) {
        var sets = new DatasetStore(Home.fromEnvironment()).list();
        var table = TextTable.ofNames("Data set", List.of("Here", "Licence"), List.of());
        sets.forEach(set -> table.row(List.of(set.name(), set.manifest().isPresent() ? "yes" : "no", set.licence())));
        output.result(sets, table.render());
    }
}
