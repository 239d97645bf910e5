package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.Classics;
import dev.sommelier.cli.wiring.Study;
import dev.sommelier.core.History;
import dev.sommelier.core.Item;
import dev.sommelier.core.Query;
import dev.sommelier.core.RatingScale;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.datasets.Dataset;
import dev.sommelier.datasets.TitleIndex;
import dev.sommelier.datasets.TitleMatch;
import dev.sommelier.experiments.report.TextTable;
import dev.sommelier.recommenders.topn.ScorerRecommender;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Recommends by a classic model, for a known user or for titles that somebody likes.
@Command(
        name = "recommend",
        description = RecommendCommand.DESCRIPTION,
        footer = {
            "",
            "Examples:",
            "  sommelier recommend --data ml-100k --liked \"Toy Story (1995)\" --liked \"Aladdin (1992)\" -k 5",
            "  sommelier recommend --data ml-100k --user 42 --with ials"
        })
public final class RecommendCommand extends BaseCommand {
    /// What it does, for the list of commands.
    public static final String DESCRIPTION = "Recommend items, for a user of the data set or for titles you like.";

    @Mixin
    DataOptions data;

    @Option(names = "--user", paramLabel = "ID", description = "A user of the data set.")
    Optional<String> user = Optional.empty();

    @Option(
            names = "--liked",
            paramLabel = "TITLE",
            description = "A title you like, or id:ID; may be given several times.")
    List<String> liked = List.of();

    @Option(
            names = "--with",
            paramLabel = "RECOMMENDER",
            defaultValue = "EASE",
            description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Classics with = Classics.EASE;

    @Option(names = "-k", paramLabel = "N", defaultValue = "10", description = "How many (default: ${DEFAULT-VALUE}).")
    int k;

    /// What was recommended and for what.
    record Result(String data, String recommender, List<Entry> history, List<Recommended> items) {}

    record Entry(String item, String title) {}

    record Recommended(int rank, String item, String title, double score, Map<String, List<String>> attributes) {}

    @Override
    protected void run(Output output) {
        if (user.isPresent() != liked.isEmpty()) {
            throw wrongUsage("give either --user ID or --liked TITLE (one or more)");
        }
        if (k < 1) {
            throw wrongUsage("-k must be at least 1, got " + k);
        }
        var dataset = data.dataset();
        var history = user.isPresent() ? known(dataset, user.get()) : stated(dataset);
        var catalog = dataset.catalog();
        var all = new TrainingSet(catalog, dataset.histories());
        var recommender = new ScorerRecommender(with.train(all, Study.encoder(), data.seed));
        var list = recommender.recommend(Query.top(k, history));

        var items = new ArrayList<Recommended>();
        for (var entry : list.entries()) {
            var item = catalog.item(entry.item());
            items.add(new Recommended(items.size() + 1, item.id(), item.title(), entry.score(), item.attributes()));
        }
        var shown = history.items().stream()
                .map(id -> new Entry(id, catalog.item(id).title()))
                .toList();
        output.result(new Result(dataset.name(), recommender.name(), shown, items), text(items, catalog.attributes()));
    }

    private History known(Dataset dataset, String id) {
        return dataset.history(id)
                .orElseThrow(() -> new SommelierException("data set " + dataset.name() + " has no user \"" + id
                        + "\"; 'sommelier data describe " + dataset.name() + "' shows how many there are, or use"
                        + " --liked TITLE."));
    }

    private History stated(Dataset dataset) {
        var index = new TitleIndex(dataset.catalog());
        double best = dataset.scale().map(RatingScale::high).orElse(1.0);
        return History.ofLiked(liked.stream().map(title -> item(index, title)).toList(), best);
    }

    private static String item(TitleIndex index, String title) {
        return switch (index.find(title)) {
            case TitleMatch.Exact exact -> exact.item().id();
            case TitleMatch.Ambiguous ambiguous ->
                throw new SommelierException("\"" + title + "\" could be "
                        + ambiguous.items().stream()
                                .map(RecommendCommand::named)
                                .collect(Collectors.joining(" or ")) + "; give the whole title, or the id.");
            case TitleMatch.Unknown unknown ->
                throw new SommelierException("no title \"" + title + "\" in the catalogue"
                        + (unknown.nearest().isEmpty()
                                ? "; check the spelling."
                                : "; did you mean "
                                        + unknown.nearest().stream()
                                                .map(RecommendCommand::named)
                                                .collect(Collectors.joining(" or "))
                                        + "?"));
        };
    }

    private static String named(Item item) {
        return "\"" + item.title() + "\" (id:" + item.id() + ")";
    }

    private static String text(List<Recommended> items, List<String> attributes) {
        if (items.isEmpty()) {
            return "Nothing left to recommend.\n";
        }
        var header = new ArrayList<>(List.of("#", "Title"));
        attributes.forEach(name -> header.add(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)));
        var table = TextTable.of(header, List.of("Score"));
        for (var item : items) {
            var cells = new ArrayList<>(List.of(Integer.toString(item.rank()), item.title()));
            attributes.forEach(name ->
                    cells.add(String.join(", ", item.attributes().getOrDefault(name, List.of()))));
            cells.add(String.format(Locale.ROOT, "%.4f", item.score()));
            table.row(cells);
        }
        return table.render();
    }
}
