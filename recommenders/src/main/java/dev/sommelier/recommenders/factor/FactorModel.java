package dev.sommelier.recommenders.factor;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.recommenders.Described;
import dev.sommelier.recommenders.store.CatalogStamp;
import dev.sommelier.recommenders.store.ModelParameters;
import dev.sommelier.recommenders.store.Storable;
import dev.sommelier.recommenders.store.StoredArray;
import dev.sommelier.recommenders.store.StoredModel;
import java.util.LinkedHashMap;
import java.util.Map;

/// A scorer whose scores are inner products of a user's vector and the items' vectors; [FactorRecommender] serves many
/// users of it at once.
///
/// Immutable and safe for use by several threads.
public abstract sealed class FactorModel implements ItemScorer, Described, Storable permits Bpr, ImplicitAls, LightGcn {
    private final Catalog catalog;
    private final Factors items;
    private final ItemScan scan;

    /// @throws IllegalArgumentException if there are not as many vectors as items
    FactorModel(Catalog catalog, Factors items) {
        if (items.rows() != catalog.size()) {
            throw new IllegalArgumentException(
                    "a catalogue of " + catalog.size() + " items needs as many vectors, got " + items.rows());
        }
        this.catalog = catalog;
        this.items = items;
        this.scan = ItemScan.of(items, Kernels.fastest());
    }

    @Override
    public final Catalog catalog() {
        return catalog;
    }

    /// The items' vectors in catalogue order.
    public final Factors itemFactors() {
        return items;
    }

    /// The vector of any user, as long as the items'; for a history that was not in training, by fold-in.
    ///
    /// @throws IllegalArgumentException if the history names an unknown item
    public abstract float[] userVector(History history);

    @Override
    public final double[] score(History history) {
        var scores = scan.scores(userVector(history));
        var result = new double[catalog.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = scores[i];
        }
        return result;
    }

    @Override
    public final StoredModel stored() {
        var arrays = new LinkedHashMap<String, StoredArray>();
        arrays.put(FactorArrays.ITEMS, FactorArrays.of(items));
        arrays.putAll(otherArrays());
        return new StoredModel(name(), ModelParameters.parse(parameters()), CatalogStamp.of(catalog), arrays);
    }

    /// What a file needs beside the items' vectors.
    abstract Map<String, StoredArray> otherArrays();

    /// All items, ready to be scored.
    final ItemScan scan() {
        return scan;
    }
}
