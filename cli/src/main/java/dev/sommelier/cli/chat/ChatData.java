package dev.sommelier.cli.chat;

import dev.sommelier.agent.conversation.Ranker;
import dev.sommelier.agent.conversation.TextWishes;
import dev.sommelier.agent.conversation.WishScorer;
import dev.sommelier.agent.conversation.parse.Parser;
import dev.sommelier.agent.conversation.parse.Vocabulary;
import dev.sommelier.cli.wiring.Classics;
import dev.sommelier.cli.wiring.Study;
import dev.sommelier.core.Catalog;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.datasets.DatasetStore;
import dev.sommelier.experiments.simulation.CatalogTitles;
import dev.sommelier.io.Home;
import dev.sommelier.tools.AttributeWeights;
import dev.sommelier.tools.ToolBox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What a conversation is about: the catalogue, who recommends from it and who reads lines about it.
///
/// @param facts what a session file says of it
public record ChatData(Catalog catalog, Ranker ranker, Parser parser, Map<String, String> facts) {
    /// The fact of a session file that names the data set.
    public static final String DATA = "data set";

    public ChatData {
        facts = Map.copyOf(facts);
    }

    /// Opens the data and trains the recommender on everything that users did.
    static ChatData open(ChatSettings settings) {
        var dataset = new DatasetStore(Home.fromEnvironment()).open(settings.data());
        var histories = dataset.histories();
        if (histories.isEmpty()) {
            throw new SommelierException("data set " + dataset.name()
                    + " has no interactions to recommend from; add it again with some, or choose another.");
        }
        var facts = new LinkedHashMap<String, String>();
        facts.put(DATA, dataset.name());
        facts.put("data content sha256", dataset.contentHash());
        facts.put("recommender", settings.base().toString());
        facts.put("seed", Long.toString(settings.seed()));
        var catalog = dataset.catalog();
        var parser = new Parser(new CatalogTitles(catalog), new Vocabulary(catalog));
        var train = new TrainingSet(catalog, histories);
        return new ChatData(catalog, ranker(train, settings.base(), parser, settings.seed()), parser, facts);
    }

    /// A ranker that learnt from some histories.
    public static Ranker ranker(TrainingSet train, Classics base, Parser parser, long seed) {
        var encoder = Study.encoder();
        var catalog = train.catalog();
        var tools = new ToolBox(base.train(train, encoder, seed), AttributeWeights.uniform(catalog, 0.5));
        var popularity = Classics.POPULARITY.train(train, encoder, seed);
        return new Ranker(
                tools,
                popularity,
                parser.vocabulary(),
                Optional.of(later(() -> new TextWishes(encoder.get(), catalog))));
    }

    /// The encoder is opened with the first wish in words.
    private static WishScorer later(Supplier<WishScorer> opening) {
        return new WishScorer() {
            private Optional<WishScorer> opened = Optional.empty();

            private synchronized WishScorer scorer() {
                opened = Optional.of(opened.orElseGet(opening));
                return opened.get();
            }

            @Override
            public String name() {
                return scorer().name();
            }

            @Override
            public double[] score(String wish, List<String> items) {
                return scorer().score(wish, items);
            }
        };
    }
}
