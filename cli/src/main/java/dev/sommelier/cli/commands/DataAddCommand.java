package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.datasets.DatasetFacts;
import dev.sommelier.datasets.DatasetStore;
import dev.sommelier.datasets.Filtered;
import dev.sommelier.datasets.filter.Filtering;
import dev.sommelier.datasets.format.ColumnMapping;
import dev.sommelier.io.Home;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes files of the user's a named data set.
@Command(
        name = "add",
        description = "Make the files of a published data set, or your own CSV or TSV files, a data set that every"
                + " command can use.",
        footer = {
            "",
            "Examples:",
            "  sommelier data add ml-1m ~/Downloads/ml-1m",
            "  sommelier data add games ~/Downloads/amazon --format amazon-2023 --k-core 5",
            "  sommelier data add books --items books.csv --interactions ratings.csv \\",
            "      --map item=isbn,title=name,user=reader,rating=stars,time=when --attributes author,genre",
            "  sommelier data add shop --items items.tsv --interactions clicks.tsv --attributes \"tags(sep=;)\"",
            "",
            "A folder's format is recognised by its files: MovieLens, Amazon reviews, Yelp, Last.fm, LightGCN, Steam,",
            "MIND, RecBench (docs/datasets.md). Lines that cannot be used are counted and shown.",
            "In your own files, without a rating column the data are implicit; without a time column the file order is",
            "the order of time. An attribute's values are separated by | unless (sep=...) says otherwise.",
            FilterOptions.ORDER
        })
public final class DataAddCommand extends BaseCommand {
    @Parameters(index = "0", paramLabel = "NAME", description = "The name that --data will take.")
    String name = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "The unpacked files of a published data set.")
    Optional<Path> folder = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "The format of FOLDER, such as amazon-2018 or mind-shown (default: recognised).")
    Optional<String> format = Optional.empty();

    @Option(names = "--items", paramLabel = "FILE", description = "One item a line, with a header.")
    Optional<Path> items = Optional.empty();

    @Option(names = "--interactions", paramLabel = "FILE", description = "One interaction a line, with a header.")
    Optional<Path> interactions = Optional.empty();

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

    @Mixin
    FilterOptions filters = new FilterOptions();

    /// What is shown of the new data set: all but its rows.
    record Result(
            String name,
            String source,
            String licence,
            String sha256,
            DatasetFacts facts,
            Optional<String> format,
            Map<String, Long> counts,
            List<Filtering.Step> steps) {}

    @Override
    protected void run(Output output) {
        boolean own = items.isPresent() && interactions.isPresent();
        if (own == folder.isPresent() || items.isPresent() != interactions.isPresent()) {
            throw wrongUsage("give either FOLDER, or both --items FILE and --interactions FILE");
        }
        if (own && format.isPresent()) {
            throw wrongUsage("--format is for FOLDER; for --items and --interactions use --map");
        }
        var store = new DatasetStore(Home.fromEnvironment());
        if (own) {
            var mapping = ColumnMapping.parse(map, attributes);
            var kept = store.add(name, items.get(), interactions.get(), mapping, filters.filters());
            show(kept, Optional.empty(), Map.of(), output);
        } else {
            var added = store.add(name, folder.get(), format, filters.filters());
            show(added.filtered(), Optional.of(added.format()), added.counts(), output);
        }
    }

    private static void show(Filtered filtered, Optional<String> format, Map<String, Long> counts, Output output) {
        var dataset = filtered.dataset();
        var facts = dataset.describe();
        var result = new Result(
                dataset.name(),
                dataset.source(),
                dataset.licence(),
                dataset.contentHash(),
                facts,
                format,
                counts,
                filtered.steps());
        var text = new StringBuilder(DataDescribeCommand.text(DataDescribeCommand.Result.of(dataset, facts)));
        if (!counts.isEmpty()) {
            text.append("\nIn reading:\n");
            counts.forEach((what, times) ->
                    text.append("  ").append(times).append(' ').append(what).append('\n'));
        }
        if (filtered.steps().size() > 1) {
            text.append('\n').append(DataFilterCommand.table(filtered.steps()).render());
            text.append("Items of the catalogue without an interaction left, left out: ")
                    .append(filtered.itemsLeftOut())
                    .append('\n');
        }
        output.result(result, text.toString());
    }
}
