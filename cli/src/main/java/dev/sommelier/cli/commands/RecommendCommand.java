package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.AttributeFilter;
import dev.sommelier.cli.wiring.Classics;
import dev.sommelier.core.History;
import dev.sommelier.core.Query;
import dev.sommelier.core.RatingScale;
import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.Dataset;
import dev.sommelier.datasets.TitleIndex;
import dev.sommelier.recommenders.topn.ScorerRecommender;
import java.util.List;
import java.util.Optional;
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
            "  sommelier recommend --data ml-100k --user 42 --with ials --where genre=Comedy",
            "  sommelier recommend --model-file ease.model --user 42"
        })
public final class RecommendCommand extends BaseCommand {
    /// What it does, for the list of commands.
    public static final String DESCRIPTION = "Recommend items, for a user of the data set or for titles you like.";

    @Mixin
    ScorerOptions model;

    @Option(names = "--user", paramLabel = "ID", description = "A user of the data set.")
    Optional<String> user = Optional.empty();

    @Option(
            names = "--liked",
            paramLabel = "TITLE",
            description = "A title you like, or id:ID; may be given several times.")
    List<String> liked = List.of();

    @Option(
            names = "--where",
            paramLabel = "ATTRIBUTE=VALUE",
            description = "Only items with this value; given several times, all must hold.")
    List<String> where = List.of();

    @Option(names = "-k", paramLabel = "N", defaultValue = "10", description = "How many (default: ${DEFAULT-VALUE}).")
    int k;

    /// What was recommended and for what.
    record Result(String data, String recommender, List<Entry> history, List<ItemList.Row> items) {}

    record Entry(String item, String title) {}

    @Override
    protected void run(Output output) {
        if (user.isPresent() != liked.isEmpty()) {
            throw wrongUsage("give either --user ID or --liked TITLE (one or more)");
        }
        if (k < 1) {
            throw wrongUsage("-k must be at least 1, got " + k);
        }
        model.fault().ifPresent(fault -> {
            throw wrongUsage(fault);
        });
        var served = model.serve(Classics.EASE, output);
        var dataset = served.dataset();
        var catalog = dataset.catalog();
        var history = user.isPresent() ? known(dataset, user.get()) : stated(dataset);
        var recommender = new ScorerRecommender(served.scorer());
        var list = recommender.recommend(new Query(history, k, AttributeFilter.candidates(catalog, where)));

        var rows = ItemList.rows(catalog, list);
        var shown = history.items().stream()
                .map(id -> new Entry(id, catalog.item(id).title()))
                .toList();
        output.result(
                new Result(dataset.name(), recommender.name(), shown, rows), ItemList.text(rows, catalog.attributes()));
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
        return History.ofLiked(
                liked.stream().map(title -> ItemList.find(index, title)).toList(), best);
    }
}
