package dev.sommelier.recommenders.topn;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.TextEncoder;
import dev.sommelier.core.TrainingSet;
import dev.sommelier.recommenders.Described;
import dev.sommelier.recommenders.Numbers;
import dev.sommelier.recommenders.PositiveMatrix;
import dev.sommelier.recommenders.Rows;
import dev.sommelier.recommenders.dense.SymmetricInverse;
import dev.sommelier.recommenders.store.CatalogStamp;
import dev.sommelier.recommenders.store.ModelParameters;
import dev.sommelier.recommenders.store.Storable;
import dev.sommelier.recommenders.store.StoredArray;
import dev.sommelier.recommenders.store.StoredModel;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.stream.IntStream;

/// A linear map from the space of the items' texts to the space of tastes, in closed form.
///
/// With `E` the texts' vectors (`items x dimensions`, rows of length 1) and `X` the binary training matrix
/// (`users x items`), a user is the sum of the texts of their items, a row of `Z = X E`, and item `j` is a column `v_j`
/// of `V` (`dimensions x items`); the score is their dot product. `V` minimises `|X - Z V|^2 + lambda |V|^2` such that
/// no item explains itself, `e_j . v_j = 0`: EASE whose item weights `B = E V` are confined to what texts can say. With
/// `P = (Z'Z + lambda I)^-1` and `t_j` the sum of the profiles of those who had contact with `j`,
///
/// `v_j = P t_j - P e_j (e_j' P t_j) / (e_j' P e_j)`;
///
/// were `E` the identity, this would be [Ease]. With [TextMapOptions.Items#TEXT] an item is its text where it is
/// recommended as well: `v_j` becomes `M e_j`, where `M` minimises the sum of `|v_j - M e_j|^2` over the items with
/// interactions plus `smoothing |M|^2`.
///
/// That a linear map of a language model's representations suffices is the finding of Sheng et al., *Language
/// Representations Can be What Recommenders Need*, [arXiv:2407.05441](https://arxiv.org/abs/2407.05441); they train
/// their map by gradient descent on a contrastive loss, this one is two ridge regressions. It is no implementation of
/// AlphaRec, which has more layers and propagates along contacts.
///
/// Training takes `users x dimensions` and a few `items x dimensions` doubles. Immutable; safe for use by several
/// threads.
public final class TextMap implements ItemScorer, Described, Storable {
    static final String KIND = "TextMap";
    private static final String DIMENSIONS = "dimensions";
    private static final String VECTORS = "vectors";
    private static final String OUTPUTS = "outputs";

    private final ModelParameters parameters;
    private final Catalog catalog;
    /// `dimensions x items`, what an item is in a history.
    private final DenseMatrix vectors;
    /// `dimensions x items`, what an item is where it is recommended.
    private final DenseMatrix outputs;

    private TextMap(ModelParameters parameters, Catalog catalog, DenseMatrix vectors, DenseMatrix outputs) {
        this.parameters = parameters;
        this.catalog = catalog;
        this.vectors = vectors;
        this.outputs = outputs;
    }

    /// Encodes all items' texts in one call and computes the closed form.
    ///
    /// @throws IllegalArgumentException if the encoder does not give one vector of equal length for each text
    public static TextMap train(TrainingSet train, TextEncoder encoder, TextMapOptions options) {
        var catalog = train.catalog();
        var texts = TextVectors.of(catalog, encoder);
        int dimensions = texts.length == 0 ? 0 : texts[0].length;
        var positives = PositiveMatrix.of(train);
        var outputs = outputs(texts, dimensions, positives, options.lambda());
        if (options.items() == TextMapOptions.Items.TEXT) {
            outputs = ofTexts(texts, dimensions, outputs, positives, options.smoothing());
        }
        var values = new LinkedHashMap<String, String>();
        values.put("encoder", encoder.name());
        values.put(DIMENSIONS, Integer.toString(dimensions));
        values.put("lambda", Numbers.plain(options.lambda()));
        values.put("items", options.items().name().toLowerCase(Locale.ROOT));
        if (options.items() == TextMapOptions.Items.TEXT) {
            values.put("smoothing", Numbers.plain(options.smoothing()));
        }
        return new TextMap(
                new ModelParameters(values),
                catalog,
                DenseMatrix.of(TextVectors.transposed(texts, dimensions), catalog.size()),
                DenseMatrix.of(TextVectors.transposed(outputs, dimensions), catalog.size()));
    }

    static TextMap load(StoredModel stored, Catalog catalog) {
        int dimensions = stored.parameters().integer(DIMENSIONS);
        return new TextMap(
                stored.parameters(),
                catalog,
                matrix(stored, VECTORS, dimensions, catalog),
                matrix(stored, OUTPUTS, dimensions, catalog));
    }

    private static DenseMatrix matrix(StoredModel stored, String name, int dimensions, Catalog catalog) {
        stored.checkSize(name, (long) dimensions * catalog.size());
        return new DenseMatrix(dimensions, catalog.size(), stored.doubles(name));
    }

    /// The columns `v_j` as rows.
    private static double[][] outputs(double[][] texts, int dimensions, PositiveMatrix positives, double lambda) {
        var profiles = sums(positives.itemsOfUser(), texts, dimensions);
        var penalised = products(profiles, profiles, dimensions);
        for (int d = 0; d < dimensions; d++) {
            penalised[d][d] += lambda;
        }
        var inverse = SymmetricInverse.invert(penalised);
        var wanted = sums(positives.usersOfItem(), profiles, dimensions);
        IntStream.range(0, wanted.length).parallel().forEach(item -> {
            var output = times(wanted[item], inverse, dimensions);
            var own = times(texts[item], inverse, dimensions);
            double self = dot(texts[item], own);
            if (self > 0) {
                Rows.addOne(output, -dot(texts[item], output) / self, own, 0, dimensions);
            }
            wanted[item] = output;
        });
        return wanted;
    }

    /// `M e_j` as rows.
    private static double[][] ofTexts(
            double[][] texts, int dimensions, double[][] outputs, PositiveMatrix positives, double smoothing) {
        int[] known = IntStream.range(0, texts.length)
                .filter(item -> positives.usersOfItem()[item].length > 0)
                .toArray();
        var from = IntStream.of(known).mapToObj(item -> texts[item]).toArray(double[][]::new);
        var to = IntStream.of(known).mapToObj(item -> outputs[item]).toArray(double[][]::new);
        var penalised = products(from, from, dimensions);
        for (int d = 0; d < dimensions; d++) {
            penalised[d][d] += smoothing;
        }
        var inverse = SymmetricInverse.invert(penalised);
        var both = products(from, to, dimensions);
        return IntStream.range(0, texts.length)
                .parallel()
                .mapToObj(item -> times(times(texts[item], inverse, dimensions), both, dimensions))
                .toArray(double[][]::new);
    }

    /// For each set of positions the sum of those rows.
    private static double[][] sums(int[][] positions, double[][] rows, int columns) {
        var result = new double[positions.length][columns];
        IntStream.range(0, result.length).parallel().forEach(r -> {
            for (int position : positions[r]) {
                Rows.addOne(result[r], 1, rows[position], 0, columns);
            }
        });
        return result;
    }

    /// `A' B` for two matrices with equally many rows, `columns x columns`.
    private static double[][] products(double[][] a, double[][] b, int columns) {
        var byColumn = TextVectors.transposed(a, columns);
        var result = new double[columns][columns];
        IntStream.range(0, columns)
                .parallel()
                .forEach(row -> Rows.add(result[row], 1, byColumn[row], 0, b, 0, b.length, 0, columns));
        return result;
    }

    /// A row times a square matrix.
    private static double[] times(double[] row, double[][] matrix, int columns) {
        var result = new double[columns];
        Rows.add(result, 1, row, 0, matrix, 0, columns, 0, columns);
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }

    @Override
    public String name() {
        return KIND;
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
        var scores = new double[catalog.size()];
        outputs.addRows(dimensions, profile, scores);
        return scores;
    }

    @Override
    public StoredModel stored() {
        var arrays = new LinkedHashMap<String, StoredArray>();
        arrays.put(VECTORS, vectors.values());
        arrays.put(OUTPUTS, outputs.values());
        return new StoredModel(KIND, parameters, CatalogStamp.of(catalog), arrays);
    }
}
