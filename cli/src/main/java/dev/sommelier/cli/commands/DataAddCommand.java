package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.datasets.DatasetStore;
import dev.sommelier.datasets.format.ColumnMapping;
import dev.sommelier.io.Home;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes the user's own files a named data set.
@Command(
        name = "add",
        description = "Make your own CSV or TSV files a data set that every command can use.",
        footer = {
            "",
            "Examples:",
            "  sommelier data add books --items books.csv --interactions ratings.csv \\",
            "      --map item=isbn,title=name,user=reader,rating=stars,time=when --attributes author,genre",
            "  sommelier data add shop --items items.tsv --interactions clicks.tsv --attributes \"tags(sep=;)\"",
            "",
            "Without a rating column the data are implicit; without a time column the file order is the order of time.",
            "An attribute's values are separated by | unless (sep=...) says otherwise."
        })
public final class DataAddCommand extends BaseCommand {
    @Parameters(paramLabel = "NAME", description = "The name that --data will take.")
    String name = "";

    @Option(names = "--items", paramLabel = "FILE", required = true, description = "One item a line, with a header.")
    Path items = Path.of("");

    @Option(
            names = "--interactions",
            paramLabel = "FILE",
            required = true,
            description = "One interaction a line, with a header.")
    Path interactions = Path.of("");

    @Option(
            names = "--map",
            paramLabel = "ROLE=COLUMN,...",
            defaultValue = "",
            description = "Which column is what; roles: item, title, user, rating, time, interaction_item.")
    String map = "";

    @Option(
            names = "--attributes",
            paramLabel = "COLUMN,...",
            defaultValue = "",
            description = "Columns of the items file that tools may retrieve and rank by.")
    String attributes = "";

    @Override
    protected void run(Output output) {
        var dataset = new DatasetStore(Home.fromEnvironment())
                .add(name, items, interactions, ColumnMapping.parse(map, attributes));
        DataDescribeCommand.show(dataset, output);
    }
}
