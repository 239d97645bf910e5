package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.datasets.Dataset;
import dev.sommelier.datasets.DatasetFacts;
import dev.sommelier.datasets.DatasetStore;
import dev.sommelier.io.Home;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Tells what is in a data set.
@Command(
        name = "describe",
        description = "Show a data set's size, ratings, attributes, source and content hash.",
        footer = {"", "Example:", "  sommelier data describe ml-100k"})
public final class DataDescribeCommand extends BaseCommand {
    private static final int VALUES = 12;

    @Parameters(paramLabel = "NAME", description = "The data set.")
    String name = "";

    /// What is shown of a data set: all but its rows.
    record Result(String name, String source, String licence, String sha256, DatasetFacts facts) {
        static Result of(Dataset dataset, DatasetFacts facts) {
            return new Result(dataset.name(), dataset.source(), dataset.licence(), dataset.contentHash(), facts);
        }
    }

    @Override
    protected void run(Output output) {
        var dataset = new DatasetStore(Home.fromEnvironment()).open(name);
        var result = Result.of(dataset, dataset.describe());
        output.result(result, text(result));
    }

    static String text(Result result) {
        var facts = result.facts();
        var text = new StringBuilder();
        line(text, "Data set", result.name());
        line(text, "Source", result.source());
        line(text, "Licence", result.licence());
        line(text, "Content SHA-256", result.sha256());
        line(text, "Users", Integer.toString(facts.users()));
        line(text, "Items", facts.items() + " (" + facts.itemsWithoutInteractions() + " without interactions)");
        line(
                text,
                "Interactions",
                facts.interactions() + String.format(Locale.ROOT, " (%.2f %% of all pairs)", 100 * facts.density()));
        line(
                text,
                "Ratings",
                facts.scale()
                        .map(scale -> scale.low() + " to " + scale.high() + " by " + scale.step())
                        .orElse("none (implicit)"));
        if (!facts.parts().isEmpty()) {
            line(
                    text,
                    "Published split",
                    facts.parts().entrySet().stream()
                            .map(part -> part.getKey() + " " + part.getValue())
                            .collect(Collectors.joining(", ")));
        }
        facts.period().ifPresent(period -> line(text, "Time", period.from() + " to " + period.to()));
        facts.attributes().forEach((attribute, counts) -> line(text, "Attribute " + attribute, values(counts)));
        return text.toString();
    }

    private static String values(Map<String, Integer> counts) {
        var most = counts.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> entry) -> -entry.getValue()))
                .limit(VALUES)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return most + (counts.size() > VALUES ? ", and " + (counts.size() - VALUES) + " more values" : "");
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "%-18s %s%n", name, value));
    }
}
