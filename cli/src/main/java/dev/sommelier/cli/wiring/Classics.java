package dev.sommelier.cli.wiring;

import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TextEncoder;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.io.Progress;
import dev.sommelier.recommenders.factor.AlsOptions;
import dev.sommelier.recommenders.factor.Bpr;
import dev.sommelier.recommenders.factor.BprOptions;
import dev.sommelier.recommenders.factor.ImplicitAls;
import dev.sommelier.recommenders.factor.LightGcn;
import dev.sommelier.recommenders.factor.LightGcnOptions;
import dev.sommelier.recommenders.store.ModelParameters;
import dev.sommelier.recommenders.topn.ContentBased;
import dev.sommelier.recommenders.topn.Ease;
import dev.sommelier.recommenders.topn.Hybrid;
import dev.sommelier.recommenders.topn.HybridMember;
import dev.sommelier.recommenders.topn.ItemKnn;
import dev.sommelier.recommenders.topn.ItemTransitions;
import dev.sommelier.recommenders.topn.KnnOptions;
import dev.sommelier.recommenders.topn.Popularity;
import dev.sommelier.recommenders.topn.RandomScorer;
import dev.sommelier.recommenders.topn.RandomWalk;
import dev.sommelier.recommenders.topn.Recency;
import dev.sommelier.recommenders.topn.Slim;
import dev.sommelier.recommenders.topn.SlimOptions;
import dev.sommelier.recommenders.topn.TextKnn;
import dev.sommelier.recommenders.topn.TextMap;
import dev.sommelier.recommenders.topn.TextMapOptions;
import dev.sommelier.recommenders.topn.TransitionOptions;
import dev.sommelier.recommenders.topn.UserKnn;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// The classic recommenders by the names that the command line uses, with preset parameters. The presets were chosen on
/// the validation part of MovieLens 100K alone, see docs/reproduction-topn.md.
public enum Classics {
    /// Chance.
    RANDOM(""),
    /// The most popular unseen items.
    POPULARITY(""),
    /// The items that are popular lately.
    RECENT("recency=halflife days=7"),
    /// Item-based neighbours.
    ITEMKNN("neighbours=20 similarity=jaccard shrinkage=0 weighting=bm25 k1=1.2 b=0.75"),
    /// User-based neighbours.
    USERKNN("neighbours=20 similarity=cosine shrinkage=20 weighting=none k1=1.2 b=0.75"),
    /// Random walks over users and items.
    P3ALPHA("neighbours=50 alpha=1"),
    /// Random walks that hold popular items back.
    RP3BETA("neighbours=100 alpha=0.3 beta=0.6"),
    /// The closed-form linear autoencoder.
    EASE("lambda=100"),
    /// The sparse linear item model.
    SLIM("l1=0.3 l2=50 tolerance=0.0001"),
    /// Implicit matrix factorisation.
    IALS("factors=64 reg=1 alpha=1 iterations=15 solver=cholesky"),
    /// Matrix factorisation for the order of items.
    BPR("factors=64 rate=0.02 reg=0.03 epochs=200"),
    /// Vectors propagated along contacts.
    LIGHTGCN("factors=64 layers=2 rate=0.01 reg=0.001 batch=8192 epochs=160"),
    /// What came next after the last items.
    MARKOV("window=20 decay=0.8 smoothing=1"),
    /// Nearness of the items' texts.
    CONTENT(""),
    /// Neighbours in the space of the items' texts.
    TEXTKNN("neighbours=20"),
    /// A linear map from the items' texts to tastes.
    TEXTMAP("lambda=30 items=text smoothing=0.3"),
    /// Nearness of the items' attributes.
    ATTRIBUTES(""),
    /// EASE, popularity, texts and attributes with learned weights.
    HYBRID("");

    /// What tables of comparisons show, in this order.
    private static final List<Classics> COMPARED =
            List.of(RANDOM, POPULARITY, ITEMKNN, USERKNN, RP3BETA, EASE, SLIM, IALS, BPR, LIGHTGCN, MARKOV, CONTENT);

    private final String preset;

    Classics(String preset) {
        this.preset = preset;
    }

    /// The preset parameters.
    public ModelParameters preset() {
        return ModelParameters.parse(preset);
    }

    /// Trains this recommender with its preset parameters.
    ///
    /// @param encoder asked only by the recommenders that read texts
    public ItemScorer train(TrainingSet train, Supplier<TextEncoder> encoder, long seed) {
        return train(train, preset(), encoder, seed);
    }

    /// Trains this recommender.
    ///
    /// @param parameters the preset's names with any values
    /// @param encoder asked only by the recommenders that read texts
    /// @throws SommelierException if a parameter is not what it must be
    public ItemScorer train(TrainingSet train, ModelParameters parameters, Supplier<TextEncoder> encoder, long seed) {
        try {
            return trained(train, parameters, encoder, seed);
        } catch (IllegalArgumentException e) {
            throw new SommelierException(
                    this + " cannot be trained with " + parameters + ": " + e.getMessage() + ".", e);
        }
    }

    private ItemScorer trained(TrainingSet train, ModelParameters p, Supplier<TextEncoder> encoder, long seed) {
        return switch (this) {
            case RANDOM -> new RandomScorer(train.catalog(), seed);
            case POPULARITY -> Popularity.train(train);
            case RECENT -> Popularity.train(train, Recency.of(p));
            case ITEMKNN -> ItemKnn.train(train, KnnOptions.of(p));
            case USERKNN -> UserKnn.train(train, KnnOptions.of(p));
            case P3ALPHA -> RandomWalk.p3alpha(train, p.integer("neighbours"), p.number("alpha"));
            case RP3BETA -> RandomWalk.rp3beta(train, p.integer("neighbours"), p.number("alpha"), p.number("beta"));
            case EASE -> Ease.train(train, p.number("lambda"));
            case SLIM -> Slim.train(train, SlimOptions.of(p));
            case IALS -> ImplicitAls.train(train, AlsOptions.of(seeded(p, seed)));
            case BPR -> Bpr.train(train, BprOptions.of(seeded(p, seed)));
            case LIGHTGCN -> LightGcn.train(train, LightGcnOptions.of(seeded(p, seed)));
            case MARKOV -> ItemTransitions.train(train, TransitionOptions.of(p));
            case CONTENT -> ContentBased.train(train, encoder.get());
            case TEXTKNN -> TextKnn.train(train, encoder.get(), p.integer("neighbours"));
            case TEXTMAP -> TextMap.train(train, encoder.get(), TextMapOptions.of(p));
            case ATTRIBUTES -> ContentBased.ofAttributes(train.catalog());
            case HYBRID ->
                Hybrid.train(
                        train,
                        List.of(
                                HybridMember.collaborative(all -> EASE.train(all, encoder, seed)),
                                HybridMember.collaborative(Popularity::train),
                                HybridMember.content(CONTENT.train(train, encoder, seed)),
                                HybridMember.content(ATTRIBUTES.train(train, encoder, seed))));
        };
    }

    /// The seed is an option of the command, not a parameter of the model's.
    private static ModelParameters seeded(ModelParameters parameters, long seed) {
        var values = new LinkedHashMap<>(parameters.values());
        values.put("seed", Long.toString(seed));
        return new ModelParameters(values);
    }

    /// Trains those that comparisons show, in the order of tables.
    public static Map<Classics, ItemScorer> trainAll(
            TrainingSet train, Supplier<TextEncoder> encoder, long seed, Progress progress) {
        var scorers = new EnumMap<Classics, ItemScorer>(Classics.class);
        for (var one : COMPARED) {
            progress.update("Training " + one, scorers.size(), COMPARED.size());
            scorers.put(one, one.train(train, encoder, seed));
        }
        progress.update("Training", COMPARED.size(), COMPARED.size());
        return scorers;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
