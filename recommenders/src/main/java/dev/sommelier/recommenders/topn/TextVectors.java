package dev.sommelier.recommenders.topn;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.Item;
import dev.sommelier.core.TextEncoder;
import java.util.ArrayList;
import java.util.List;

/// The texts of items as vectors.
final class TextVectors {
    private TextVectors() {}

    /// Encodes all items' texts in one call, in catalogue order: `items x dimensions`, every row of length 1, or zero
    /// where the encoder gave zeros. An item's text is its title and the values of the catalogue's attributes,
    /// `Toy Story (1995). Animation, Comedy, 1990s`.
    ///
    /// @throws IllegalArgumentException if the encoder does not give one vector of equal length for each text
    static double[][] of(Catalog catalog, TextEncoder encoder) {
        var encoded = encoder.encode(
                catalog.items().stream().map(item -> text(catalog, item)).toList());
        if (encoded.length != catalog.size()) {
            throw new IllegalArgumentException(encoder.name() + " gave " + encoded.length + " vectors for "
                    + catalog.size() + " texts; it must give one for each");
        }
        int dimensions = encoded.length == 0 ? 0 : encoded[0].length;
        var vectors = new double[encoded.length][dimensions];
        for (int item = 0; item < encoded.length; item++) {
            if (encoded[item].length != dimensions) {
                throw new IllegalArgumentException(encoder.name() + " gave vectors of " + dimensions + " and "
                        + encoded[item].length + " dimensions; all must be of one length");
            }
            for (int d = 0; d < dimensions; d++) {
                vectors[item][d] = encoded[item][d];
            }
            normalise(vectors[item]);
        }
        return vectors;
    }

    private static String text(Catalog catalog, Item item) {
        List<String> values = new ArrayList<>();
        catalog.attributes().forEach(attribute -> values.addAll(item.values(attribute)));
        return values.isEmpty() ? item.title() : item.title() + ". " + String.join(", ", values);
    }

    /// Makes a vector's length 1; zeros stay.
    static void normalise(double[] vector) {
        double squares = 0;
        for (double value : vector) {
            squares += value * value;
        }
        if (squares > 0) {
            double length = Math.sqrt(squares);
            for (int d = 0; d < vector.length; d++) {
                vector[d] /= length;
            }
        }
    }

    /// Rows and columns exchanged.
    ///
    /// @param columns how many columns there are, for a matrix without rows
    static double[][] transposed(double[][] rows, int columns) {
        var result = new double[columns][rows.length];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < columns; c++) {
                result[c][r] = rows[r][c];
            }
        }
        return result;
    }
}
