package dev.sommelier.recommenders;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.TrainingSet;

/// Item-based nearest neighbours: people who had contact with this also had contact with that.
///
/// The similarity of items `i` and `j` is `n(i,j) / (sqrt(n(i) n(j)) + shrinkage)`, where `n` counts training users:
/// the cosine of the binary item vectors, drawn towards 0 where few users support it. Each item keeps its most similar
/// items, equal similarities in catalogue order. The score of an item is the sum of its similarities to those items of
/// the history that are among its own kept ones.
///
/// Source: Deshpande and Karypis, *Item-based top-N recommendation algorithms*, ACM TOIS 2004,
/// [doi:10.1145/963770.963776](https://doi.org/10.1145/963770.963776).
public final class ItemKnn implements ItemScorer, Described {
    private final Catalog catalog;
    private final int neighbours;
    private final double shrinkage;
    /// For each item of a history: the items that keep it, which is what its presence adds to the scores.
    private final Neighbours keepers;

    private ItemKnn(Catalog catalog, int neighbours, double shrinkage, Neighbours keepers) {
        this.catalog = catalog;
        this.neighbours = neighbours;
        this.shrinkage = shrinkage;
        this.keepers = keepers;
    }

    /// Computes all similarities.
    ///
    /// @param neighbours how many similar items each item keeps, at least 1; the catalogue's size keeps all
    /// @param shrinkage 0 for the plain cosine
    public static ItemKnn train(TrainingSet train, int neighbours, double shrinkage) {
        if (neighbours < 1) {
            throw new IllegalArgumentException("neighbours must be at least 1, got " + neighbours);
        }
        if (!(shrinkage >= 0)) {
            throw new IllegalArgumentException("shrinkage must be at least 0, got " + shrinkage);
        }
        var positives = PositiveMatrix.of(train);
        var kept =
                Neighbours.mostSimilar(positives.items(), neighbours, item -> similarities(positives, item, shrinkage));
        return new ItemKnn(train.catalog(), neighbours, shrinkage, kept.inverted());
    }

    @Override
    public String name() {
        return "ItemKNN";
    }

    @Override
    public String parameters() {
        return "neighbours=" + neighbours + " shrinkage=" + Numbers.plain(shrinkage);
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public double[] score(History history) {
        var scores = new double[catalog.size()];
        for (int position : PositiveMatrix.positions(catalog, history)) {
            keepers.addTo(scores, position);
        }
        return scores;
    }

    private static double[] similarities(PositiveMatrix positives, int item, double shrinkage) {
        var row = new double[positives.items()];
        positives.countTogether(item, row);
        row[item] = 0;
        double users = positives.usersOfItem()[item].length;
        for (int other = 0; other < row.length; other++) {
            if (row[other] > 0) {
                row[other] /= Math.sqrt(users * positives.usersOfItem()[other].length) + shrinkage;
            }
        }
        return row;
    }
}
