package dev.sommelier.recommenders.topn;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.recommenders.Described;
import dev.sommelier.recommenders.PositiveMatrix;
import java.util.SplittableRandom;

/// Scores that know nothing: uniform in [0, 1), the floor that every contender has to clear.
///
/// The scores depend on the seed, the user's name and the items of the history, so equal questions have equal answers
/// in any order and on any thread.
public final class RandomScorer implements ItemScorer, Described {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final Catalog catalog;
    private final long seed;

    /// @param seed another seed gives other scores
    public RandomScorer(Catalog catalog, long seed) {
        this.catalog = catalog;
        this.seed = seed;
    }

    @Override
    public String name() {
        return "Random";
    }

    @Override
    public String parameters() {
        return "seed=" + seed;
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public double[] score(History history) {
        long hash = mix(seed, history.user().hashCode());
        for (int position : PositiveMatrix.positions(catalog, history)) {
            hash = mix(hash, position);
        }
        return new SplittableRandom(hash).doubles(catalog.size()).toArray();
    }

    private static long mix(long hash, int value) {
        long mixed = (hash ^ value) * MULTIPLIER;
        return mixed ^ (mixed >>> 32);
    }
}
