package dev.sommelier.cli.wiring;

import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.TextEncoder;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.io.Progress;
import dev.sommelier.recommenders.factor.AlsOptions;
import dev.sommelier.recommenders.factor.ImplicitAls;
import dev.sommelier.recommenders.topn.ContentBased;
import dev.sommelier.recommenders.topn.Ease;
import dev.sommelier.recommenders.topn.ItemKnn;
import dev.sommelier.recommenders.topn.Popularity;
import dev.sommelier.recommenders.topn.RandomScorer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// The classic recommenders by the names that the command line uses.
public enum Classics {
    /// Chance.
    RANDOM,
    /// The most popular unseen items.
    POPULARITY,
    /// Item-based neighbours by cosine.
    ITEMKNN,
    /// The closed-form linear autoencoder.
    EASE,
    /// Implicit matrix factorisation.
    IALS,
    /// Nearness of the items' texts.
    CONTENT;

    /// Each item keeps this many neighbours.
    static final int NEIGHBOURS = 100;

    /// The ridge of EASE, chosen on the validation part of MovieLens 100K among 100, 250 and 500.
    static final double LAMBDA = 500;

    /// Trains this recommender with its preset parameters.
    ///
    /// @param encoder asked only by the content recommender
    public ItemScorer train(TrainingSet train, Supplier<TextEncoder> encoder, long seed) {
        return switch (this) {
            case RANDOM -> new RandomScorer(train.catalog(), seed);
            case POPULARITY -> Popularity.train(train);
            case ITEMKNN -> ItemKnn.train(train, NEIGHBOURS, 0);
            case EASE -> Ease.train(train, LAMBDA);
            case IALS -> ImplicitAls.train(train, AlsOptions.defaults(seed));
            case CONTENT -> ContentBased.train(train, encoder.get());
        };
    }

    /// Trains all of them, in the order of tables.
    public static Map<Classics, ItemScorer> trainAll(
            TrainingSet train, Supplier<TextEncoder> encoder, long seed, Progress progress) {
        var scorers = new EnumMap<Classics, ItemScorer>(Classics.class);
        for (var one : values()) {
            progress.update("Training " + one, scorers.size(), values().length);
            scorers.put(one, one.train(train, encoder, seed));
        }
        progress.update("Training", values().length, values().length);
        return scorers;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
