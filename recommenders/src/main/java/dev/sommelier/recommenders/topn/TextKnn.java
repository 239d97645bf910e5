package dev.sommelier.recommenders.topn;

import dev.sommelier.core.TextEncoder;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.Rows;
import dev.sommelier.recommenders.store.ModelParameters;
import java.util.LinkedHashMap;

/// Item-based nearest neighbours in the space of the items' texts: what reads like some of the history.
///
/// The similarity of two items is the cosine of their texts' vectors. Each item keeps its most similar items whose
/// cosine is above 0, equal ones in catalogue order. The score of an item is the sum of its similarities to those items
/// of the history that are among its own kept ones, as with [ItemKnn]. Nothing is learnt from users, so an item without
/// any interaction is scored like all others. [ContentBased] compares an item with the mean of the whole history
/// instead, where a few near items drown among many far ones.
public final class TextKnn {
    static final String KIND = "TextKNN";

    private TextKnn() {}

    /// Encodes all items' texts in one call and keeps each item's neighbours.
    ///
    /// @param neighbours how many similar items each item keeps, at least 1; the catalogue's size keeps all
    /// @throws IllegalArgumentException if the encoder does not give one vector of equal length for each text
    public static ItemItemModel train(TrainingSet train, TextEncoder encoder, int neighbours) {
        if (neighbours < 1) {
            throw new IllegalArgumentException("neighbours must be at least 1, got " + neighbours);
        }
        var catalog = train.catalog();
        var vectors = TextVectors.of(catalog, encoder);
        int items = catalog.size();
        int dimensions = items == 0 ? 0 : vectors[0].length;
        var byDimension = TextVectors.transposed(vectors, dimensions);
        var kept = SparseMatrix.build(items, items, item -> {
            var row = new double[items];
            Rows.add(row, 1, vectors[item], 0, byDimension, 0, dimensions, 0, items);
            row[item] = 0;
            return SparseMatrix.Row.largest(row, neighbours);
        });
        var values = new LinkedHashMap<String, String>();
        values.put("encoder", encoder.name());
        values.put("neighbours", Integer.toString(neighbours));
        return new ItemItemModel(KIND, new ModelParameters(values), catalog, kept.transposed());
    }
}
