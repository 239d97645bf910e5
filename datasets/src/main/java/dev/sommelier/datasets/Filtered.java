package dev.sommelier.datasets;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.filter.Filter;
import dev.sommelier.datasets.filter.Filtering;
import dev.sommelier.io.Hashes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// A data set that filters made of another.
///
/// @param dataset what is left
/// @param steps what was there at first, and what each filter left
/// @param itemsLeftOut the items of the catalogue that have no interaction left, those that never had one among them
public record Filtered(Dataset dataset, List<Filtering.Step> steps, int itemsLeftOut) {
    public Filtered {
        steps = List.copyOf(steps);
    }

    static Filtered of(Dataset dataset, List<Filter> filters) {
        var filtering = Filtering.of(dataset.table(), filters);
        var text = Filtering.text(filters);
        if (filtering.interactions().isEmpty()) {
            throw new SommelierException("data set " + dataset.name() + ": the filters " + text + " leave nothing of "
                    + dataset.interactions().size() + " interactions; choose lower thresholds");
        }
        if (filters.isEmpty()) {
            return new Filtered(dataset, filtering.steps(), 0);
        }
        var left = new HashSet<>(filtering.interactions().items());
        var items = dataset.catalog().items().stream()
                .filter(item -> left.contains(item.id()))
                .toList();
        var smaller = new Dataset(
                dataset.name(),
                new Catalog(items, dataset.catalog().attributes()),
                filtering.interactions(),
                filtering.implicit() ? Optional.empty() : dataset.scale(),
                dataset.licence(),
                dataset.source() + "; filtered: " + text,
                Hashes.sha256(dataset.contentHash() + "\n" + text + "\n"));
        return new Filtered(smaller, filtering.steps(), dataset.catalog().size() - items.size());
    }
}
