package dev.sommelier.recommenders.topn;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.recommenders.Described;
import dev.sommelier.recommenders.PositiveMatrix;
import dev.sommelier.recommenders.store.CatalogStamp;
import dev.sommelier.recommenders.store.ModelParameters;
import dev.sommelier.recommenders.store.Storable;
import dev.sommelier.recommenders.store.StoredModel;
import java.util.Arrays;

/// A model that is a matrix `W` of `items x items`: the score of item `j` is the sum of `W(i,j)` over the distinct
/// items
/// `i` of the history.
///
/// So a history that was not in training is scored by the same linear map as a training user (fold-in), an empty
/// history scores every item 0, and an item that nobody had contact with scores 0 and adds nothing. What [Ease],
/// [Slim], [ItemKnn], [TextKnn] and [RandomWalk] train; they say what `W` is.
public final class ItemItemModel implements ItemScorer, Described, Storable {
    private final String kind;
    private final ModelParameters parameters;
    private final Catalog catalog;
    private final Matrix weights;

    ItemItemModel(String kind, ModelParameters parameters, Catalog catalog, Matrix weights) {
        this.kind = kind;
        this.parameters = parameters;
        this.catalog = catalog;
        this.weights = weights;
    }

    static ItemItemModel load(StoredModel stored, Catalog catalog) {
        return new ItemItemModel(
                stored.kind(), stored.parameters(), catalog, Matrix.of(stored, catalog.size(), catalog.size()));
    }

    @Override
    public String name() {
        return kind;
    }

    @Override
    public String parameters() {
        return parameters.toString();
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public double[] score(History history) {
        int[] rows = PositiveMatrix.positions(catalog, history);
        var ones = new double[rows.length];
        Arrays.fill(ones, 1);
        var scores = new double[catalog.size()];
        weights.addRows(rows, ones, scores);
        return scores;
    }

    @Override
    public StoredModel stored() {
        return new StoredModel(kind, parameters, CatalogStamp.of(catalog), weights.arrays());
    }
}
