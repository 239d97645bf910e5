package dev.sommelier.tools;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.ItemScorer;

/// The same scores for everybody.
final class FixedScorer implements ItemScorer {
    private final Catalog catalog;
    private final double[] scores;

    FixedScorer(Catalog catalog, double... scores) {
        this.catalog = catalog;
        this.scores = scores.clone();
    }

    @Override
    public String name() {
        return "Fixed";
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public double[] score(History history) {
        return scores.clone();
    }
}
