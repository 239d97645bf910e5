package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.datasets.DatasetStore;
import dev.sommelier.datasets.Fetched;
import dev.sommelier.io.Home;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Fetches a known data set.
@Command(
        name = "get",
        description = "Fetch a known data set: from its publisher, then by pip's client, or from a local path.",
        footer = {
            "",
            "Examples:",
            "  sommelier data get ml-100k",
            "  sommelier data get ml-latest-small --from ~/Downloads/ml-latest-small.zip"
        })
public final class DataGetCommand extends BaseCommand {
    @Parameters(paramLabel = "NAME", description = "The data set, such as ml-100k.")
    String name = "";

    @Option(
            names = "--from",
            paramLabel = "PATH",
            description = "A folder or zip archive with the data set's files; nothing is downloaded.")
    Optional<Path> from = Optional.empty();

    /// What was fetched, without its rows.
    record Result(
            String name,
            String source,
            String licence,
            boolean alreadyHere,
            int items,
            int interactions,
            String sha256) {}

    @Override
    protected void run(Output output) {
        var fetched = new DatasetStore(Home.fromEnvironment()).get(name, from, output.progress());
        var dataset = fetched.dataset();
        var result = new Result(
                name,
                fetched.source(),
                fetched.licence(),
                fetched.alreadyHere(),
                dataset.catalog().size(),
                dataset.interactions().size(),
                dataset.contentHash());
        output.result(result, sentence(fetched) + "\n");
    }

    /// One line about a data set that is here now, and one about its licence.
    static String sentence(Fetched fetched) {
        var dataset = fetched.dataset();
        return dataset.name() + ": " + dataset.catalog().size() + " items, "
                + dataset.interactions().size() + " interactions, "
                + (fetched.alreadyHere() ? "already here, from " : "served by ") + fetched.source() + "\nLicence: "
                + fetched.licence();
    }
}
