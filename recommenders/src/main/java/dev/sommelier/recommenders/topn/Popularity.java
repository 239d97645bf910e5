package dev.sommelier.recommenders.topn;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.Described;
import dev.sommelier.recommenders.PositiveMatrix;
import dev.sommelier.recommenders.store.CatalogStamp;
import dev.sommelier.recommenders.store.DoubleArray;
import dev.sommelier.recommenders.store.ModelParameters;
import dev.sommelier.recommenders.store.Storable;
import dev.sommelier.recommenders.store.StoredModel;
import java.util.HashMap;
import java.util.Map;

/// The same scores for everybody: the number of training users who had contact with the item, or the sum of what their
/// last contact with it counts by its age, see [Recency].
public final class Popularity implements ItemScorer, Described, Storable {
    static final String KIND = "Popularity";
    static final String RECENT = "Recent popularity";
    private static final String COUNTS = "counts";

    private final String kind;
    private final ModelParameters parameters;
    private final Catalog catalog;
    private final DoubleArray counts;

    private Popularity(String kind, ModelParameters parameters, Catalog catalog, DoubleArray counts) {
        this.kind = kind;
        this.parameters = parameters;
        this.catalog = catalog;
        this.counts = counts;
    }

    /// Counts the users of each item.
    public static Popularity train(TrainingSet train) {
        return train(train, new Recency.AllTime());
    }

    /// Counts the users of each item by the age of their last contact with it.
    ///
    /// @throws SommelierException if the age counts and no event has a time
    public static Popularity train(TrainingSet train, Recency recency) {
        boolean all = recency instanceof Recency.AllTime;
        long latest = train.histories().stream()
                .flatMap(history -> history.events().stream())
                .mapToLong(Event::time)
                .max()
                .orElse(0);
        if (!all && latest == 0 && train.interactions() > 0) {
            throw new SommelierException("recent popularity needs the times of events, and these data have none;"
                    + " take the popularity of all time.");
        }
        var counts = new double[train.catalog().size()];
        for (var history : train.histories()) {
            Map<Integer, Long> last = HashMap.newHashMap(history.events().size());
            for (var event : history.events()) {
                last.merge(train.catalog().position(event.item()), event.time(), Math::max);
            }
            // each item has one entry, so the order within a user does not enter any sum
            last.forEach((position, time) -> counts[position] += recency.weight((double) latest - time));
        }
        return new Popularity(
                all ? KIND : RECENT,
                ModelParameters.parse(recency.toString()),
                train.catalog(),
                DoubleArray.of(counts));
    }

    static Popularity load(StoredModel stored, Catalog catalog) {
        stored.checkSize(COUNTS, catalog.size());
        return new Popularity(stored.kind(), stored.parameters(), catalog, stored.doubles(COUNTS));
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
        PositiveMatrix.positions(catalog, history);
        return counts.toArray();
    }

    @Override
    public StoredModel stored() {
        return new StoredModel(kind, parameters, CatalogStamp.of(catalog), Map.of(COUNTS, counts));
    }
}
