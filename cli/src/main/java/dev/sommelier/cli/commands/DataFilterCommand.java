package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.datasets.DatasetStore;
import dev.sommelier.datasets.Filtered;
import dev.sommelier.datasets.filter.Filtering;
import dev.sommelier.experiments.report.TextTable;
import dev.sommelier.io.Home;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a smaller named data set of another.
@Command(
        name = "filter",
        description = "Make a named data set of what filters leave of another.",
        footer = {
            "",
            "Examples:",
            "  sommelier data filter ml-100k-liked --from ml-100k --min-rating 4 --implicit --k-core 5",
            "  sommelier data filter shop-core --from shop --duplicates first --k-core 10,5",
            "",
            FilterOptions.ORDER,
            "Items without an interaction left leave the catalogue. The new data set keeps what was left out by which",
            "filter in its provenance.json."
        })
public final class DataFilterCommand extends BaseCommand {
    @Parameters(paramLabel = "NEW", description = "The name that --data will take.")
    String name = "";

    @Option(names = "--from", paramLabel = "NAME", required = true, description = "The data set to filter.")
    String from = "";

    @Mixin
    FilterOptions options = new FilterOptions();

    /// What is shown of the new data set: all but its rows.
    record Result(
            String name,
            String source,
            String licence,
            String sha256,
            List<Filtering.Step> steps,
            int catalogueItemsLeftOut) {
        static Result of(Filtered filtered) {
            var dataset = filtered.dataset();
            return new Result(
                    dataset.name(),
                    dataset.source(),
                    dataset.licence(),
                    dataset.contentHash(),
                    filtered.steps(),
                    filtered.itemsLeftOut());
        }
    }

    @Override
    protected void run(Output output) {
        var filters = options.filters();
        if (filters.isEmpty()) {
            throw wrongUsage("give at least one filter, such as --k-core 5");
        }
        var result = Result.of(new DatasetStore(Home.fromEnvironment()).filter(name, from, filters));
        output.result(result, text(result));
    }

    private static String text(Result result) {
        return result.name() + ": " + result.source() + "\nLicence: " + result.licence() + "\n\n"
                + table(result.steps()).render() + "\nItems of the catalogue without an interaction left, left out: "
                + result.catalogueItemsLeftOut() + "\n";
    }

    /// What each filter left.
    static TextTable table(List<Filtering.Step> steps) {
        var table = TextTable.of(List.of("Filter"), List.of("Users", "Items", "Interactions"));
        steps.forEach(step -> table.row(List.of(
                step.filter(),
                Integer.toString(step.users()),
                Integer.toString(step.items()),
                Integer.toString(step.interactions()))));
        return table;
    }
}
