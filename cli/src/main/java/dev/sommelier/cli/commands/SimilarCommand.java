package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.BaseCommand;
import dev.sommelier.cli.terminal.Output;
import dev.sommelier.cli.wiring.AttributeFilter;
import dev.sommelier.cli.wiring.Classics;
import dev.sommelier.core.History;
import dev.sommelier.core.Query;
import dev.sommelier.core.RatingScale;
import dev.sommelier.datasets.TitleIndex;
import dev.sommelier.recommenders.topn.ScorerRecommender;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists what a model puts next to one item: its list for a history that holds nothing else.
@Command(
        name = "similar",
        description = SimilarCommand.DESCRIPTION,
        footer = {
            "",
            "Examples:",
            "  sommelier similar --data ml-100k --title \"Toy Story (1995)\" -k 5",
            "  sommelier similar --model-file ease.model --title \"Toy Story (1995)\"",
            "",
            "The list is the model's answer to somebody who had contact with this title only; with itemknn the score is",
            "the similarity itself."
        })
public final class SimilarCommand extends BaseCommand {
    /// What it does, for the list of commands.
    public static final String DESCRIPTION = "List the items that a model puts next to a title.";

    @Mixin
    ScorerOptions model;

    @Option(names = "--title", paramLabel = "TITLE", required = true, description = "The title, or id:ID.")
    String title = "";

    @Option(
            names = "--where",
            paramLabel = "ATTRIBUTE=VALUE",
            description = "Only items with this value; given several times, all must hold.")
    List<String> where = List.of();

    @Option(names = "-k", paramLabel = "N", defaultValue = "10", description = "How many (default: ${DEFAULT-VALUE}).")
    int k;

    /// What lies next to what.
    record Result(String data, String recommender, String item, String title, List<ItemList.Row> items) {}

    @Override
    protected void run(Output output) {
        if (k < 1) {
            throw wrongUsage("-k must be at least 1, got " + k);
        }
        model.fault().ifPresent(fault -> {
            throw wrongUsage(fault);
        });
        var served = model.serve(Classics.ITEMKNN, output);
        var catalog = served.dataset().catalog();
        var id = ItemList.find(new TitleIndex(catalog), title);
        var history = History.ofLiked(
                List.of(id), served.dataset().scale().map(RatingScale::high).orElse(1.0));
        var list = new ScorerRecommender(served.scorer())
                .recommend(new Query(history, k, AttributeFilter.candidates(catalog, where)));
        var rows = ItemList.rows(catalog, list);
        output.result(
                new Result(
                        served.dataset().name(),
                        served.scorer().name(),
                        id,
                        catalog.item(id).title(),
                        rows),
                ItemList.text(rows, catalog.attributes()));
    }
}
