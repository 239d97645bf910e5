package dev.sommelier.cli.commands;

import dev.sommelier.agent.rerank.HistoryView;
import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.Host;
import dev.sommelier.datasets.DatasetStore;
import dev.sommelier.datasets.split.SplitRule;
import dev.sommelier.experiments.pairs.PairAsk;
import dev.sommelier.experiments.pairs.PairExport;
import dev.sommelier.experiments.pairs.PairFormat;
import dev.sommelier.experiments.pairs.PairOptions;
import dev.sommelier.io.Home;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Training pairs for fine-tuning a language model outside.
@Command(
        name = "export-pairs",
        description = "Write training pairs for fine-tuning a language model outside: JSON lines of chat messages, from"
                + " the training part of a split alone.",
        footer = {
            "",
            "Examples:",
            "  sommelier data export-pairs ml-100k --out pairs",
            "  sommelier data export-pairs ml-100k --ask yes-no --format prompt-completion --out pairs-ctr",
            "  sommelier data export-pairs ml-100k --format preference --users 200 --out pairs-dpo",
            "",
            "DIR receives pairs.jsonl and provenance.json. The prompts are those of the contenders llm-title and",
            "llm-yes-no of 'sommelier compare'; give them the same history. Every contact counts as a choice: to teach",
            "likings alone, export from 'sommelier data filter NEW --from NAME --min-rating 4'."
        })
public final class DataExportPairsCommand extends BaseCommand {
    @Parameters(paramLabel = "NAME", description = "The data set.")
    String name = "";

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder for the two files.")
    Path out = Path.of("");

    @Option(
            names = "--ask",
            paramLabel = "title|yes-no",
            defaultValue = "title",
            description = "What the model learns: to name the next title, or to say Yes or No about an item (default:"
                    + " ${DEFAULT-VALUE}).")
    String ask = "";

    @Option(
            names = "--format",
            paramLabel = "messages|prompt-completion|preference",
            defaultValue = "messages",
            description = "The columns of a line (default: ${DEFAULT-VALUE}).")
    String format = "";

    @Option(
            names = "--history",
            paramLabel = "N",
            defaultValue = "10",
            description = "Items that a prompt tells of the user (default: ${DEFAULT-VALUE}).")
    int history;

    @Option(
            names = "--choice",
            paramLabel = "recency|rating",
            defaultValue = "recency",
            description = "Which items: the last, or the best rated (default: ${DEFAULT-VALUE}).")
    HistoryView.Choice choice = HistoryView.Choice.RECENCY;

    @Option(
            names = "--per-user",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many of a user's last training events are asked about (default: ${DEFAULT-VALUE}).")
    int perUser;

    @Option(names = "--users", paramLabel = "N", description = "Draw so many users by the seed (default: all).")
    Optional<Integer> users = Optional.empty();

    @Option(
            names = "--split",
            paramLabel = "RULE",
            defaultValue = "leave-last-out",
            description = "The split whose training part is taken, as in 'data check' (default: ${DEFAULT-VALUE}).")
    String split = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "The seed of split, users and wrong answers (default: ${DEFAULT-VALUE}).")
    long seed;

    @Override
    protected void run(Output output) {
        if (history < 0 || perUser < 1 || users.orElse(1) < 1) {
            throw wrongUsage("--history must be at least 0, --per-user and --users at least 1, got " + history + ", "
                    + perUser + " and " + users.orElse(1));
        }
        var asked = one("--ask", ask, PairAsk.class);
        var columns = one("--format", format, PairFormat.class);
        var rule = SplitRule.parse(split, seed);
        var dataset = new DatasetStore(Home.fromEnvironment()).open(name);
        var options = new PairOptions(
                asked, columns, new HistoryView(history, choice, dataset.scale()), perUser, users, seed);
        var export = PairExport.write(out, dataset, rule, options, Host.provenance(List.of()));
        output.result(
                export,
                export.pairs() + " pairs of " + (export.users() - export.usersWithout()) + " users: "
                        + out.resolve(PairExport.PAIRS) + "\nLeft out: " + export.usersWithout()
                        + " users with fewer than two training events, " + export.withoutWrong()
                        + " questions without a wrong item; " + export.markersRemoved()
                        + " template markers taken out of texts.\nLicence of the data: " + dataset.licence() + "\n");
    }

    private <E extends Enum<E>> E one(String option, String given, Class<E> type) {
        for (var constant : type.getEnumConstants()) {
            if (name(constant).equalsIgnoreCase(given)) {
                return constant;
            }
        }
        var names = Arrays.stream(type.getEnumConstants())
                .map(DataExportPairsCommand::name)
                .toList();
        throw wrongUsage(option + " takes one of " + String.join(", ", names) + ", got \"" + given + "\"");
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
