package dev.sommelier.recommenders.topn;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.TextEncoder;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.Described;
import dev.sommelier.recommenders.PositiveMatrix;
import dev.sommelier.recommenders.store.CatalogStamp;
import dev.sommelier.recommenders.store.ModelParameters;
import dev.sommelier.recommenders.store.Storable;
import dev.sommelier.recommenders.store.StoredModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Recommends what is like the history by its content: each item is a vector of length 1.
///
/// The profile is the sum of the vectors of the history's distinct items, the score the cosine of profile and item,
/// from
/// -1 to 1; it is 0 for every item while the profile is zero. Nothing is learnt from other users, so items and users
/// without any interaction are scored like all others.
///
/// Vectors come from texts by a [TextEncoder], or from attributes: one dimension for each value of each attribute of
/// the
/// catalogue, weighted by `ln((N + 1) / (n + 1))` where `n` of the `N` items have that value.
public final class ContentBased implements ItemScorer, Described, Storable {
    static final String TEXT = "Content";
    static final String ATTRIBUTES = "Attributes";
    private static final String DIMENSIONS = "dimensions";

    private final String kind;
    private final ModelParameters parameters;
    private final Catalog catalog;
    /// `dimensions x items`.
    private final Matrix vectors;

    private ContentBased(String kind, ModelParameters parameters, Catalog catalog, Matrix vectors) {
        this.kind = kind;
        this.parameters = parameters;
        this.catalog = catalog;
        this.vectors = vectors;
    }

    /// Encodes all items' texts in one call, in catalogue order. An item's text is its title and the values of the
    /// catalogue's attributes, `Toy Story (1995). Animation, Comedy, 1990s`.
    ///
    /// @throws IllegalArgumentException if the encoder does not give one vector of equal length for each text
    public static ContentBased train(TrainingSet train, TextEncoder encoder) {
        var catalog = train.catalog();
        var vectors = TextVectors.of(catalog, encoder);
        int dimensions = vectors.length == 0 ? 0 : vectors[0].length;
        var values = new LinkedHashMap<String, String>();
        values.put("encoder", encoder.name());
        values.put(DIMENSIONS, Integer.toString(dimensions));
        return new ContentBased(
                TEXT,
                new ModelParameters(values),
                catalog,
                DenseMatrix.of(TextVectors.transposed(vectors, dimensions), catalog.size()));
    }

    /// Makes the vectors from the catalogue's attributes.
    public static ContentBased ofAttributes(Catalog catalog) {
        Map<List<String>, List<Integer>> holders = new LinkedHashMap<>();
        for (int i = 0; i < catalog.size(); i++) {
            for (var attribute : catalog.attributes()) {
                for (var value : catalog.item(i).values(attribute)) {
                    holders.computeIfAbsent(List.of(attribute, value), key -> new ArrayList<>())
                            .add(i);
                }
            }
        }
        var rows = holders.values().stream()
                .map(items ->
                        items.stream().distinct().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        var idf = new double[rows.length];
        var squares = new double[catalog.size()];
        for (int r = 0; r < rows.length; r++) {
            idf[r] = Math.log((catalog.size() + 1.0) / (rows[r].length + 1.0));
            for (int item : rows[r]) {
                squares[item] += idf[r] * idf[r];
            }
        }
        var vectors = SparseMatrix.build(
                rows.length,
                catalog.size(),
                r -> new SparseMatrix.Row(
                        rows[r],
                        IntStream.of(rows[r])
                                .mapToDouble(item -> squares[item] > 0 ? idf[r] / Math.sqrt(squares[item]) : 0)
                                .toArray()));
        return new ContentBased(ATTRIBUTES, ModelParameters.parse(DIMENSIONS + "=" + rows.length), catalog, vectors);
    }

    static ContentBased load(StoredModel stored, Catalog catalog) {
        int dimensions = stored.parameters().integer(DIMENSIONS);
        return new ContentBased(
                stored.kind(), stored.parameters(), catalog, Matrix.of(stored, dimensions, catalog.size()));
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
        int[] items = PositiveMatrix.positions(catalog, history);
        int[] dimensions = IntStream.range(0, vectors.rows()).toArray();
        var profile = new double[dimensions.length];
        for (int d : dimensions) {
            profile[d] = vectors.sumAt(d, items);
        }
        TextVectors.normalise(profile);
        var scores = new double[catalog.size()];
        vectors.addRows(dimensions, profile, scores);
        return scores;
    }

    @Override
    public StoredModel stored() {
        return new StoredModel(kind, parameters, CatalogStamp.of(catalog), vectors.arrays());
    }
}
