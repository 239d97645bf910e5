package dev.sommelier.recommenders;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.TrainingSet;
import java.util.Arrays;

/// The same scores for everybody: the number of training users who had contact with the item.
public final class Popularity implements ItemScorer, Described {
    private final Catalog catalog;
    private final double[] counts;

    private Popularity(Catalog catalog, double[] counts) {
        this.catalog = catalog;
        this.counts = counts;
    }

    /// Counts the users of each item.
    public static Popularity train(TrainingSet train) {
        var users = PositiveMatrix.of(train).usersOfItem();
        return new Popularity(
                train.catalog(),
                Arrays.stream(users).mapToDouble(row -> row.length).toArray());
    }

    @Override
    public String name() {
        return "Popularity";
    }

    @Override
    public String parameters() {
        return "";
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public double[] score(History history) {
        PositiveMatrix.positions(catalog, history);
        return counts.clone();
    }
}
