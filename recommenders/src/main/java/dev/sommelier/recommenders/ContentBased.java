package dev.sommelier.recommenders;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.Item;
import dev.sommelier.core.ItemScorer;
import dev.sommelier.core.TextEncoder;
import dev.sommelier.core.TrainingSet;
import java.util.ArrayList;
import java.util.List;

/// Recommends what reads like the history: items are texts, turned into vectors by a [TextEncoder].
///
/// An item's text is its title and the values of the catalogue's attributes, `Toy Story (1995). Animation, Comedy,
/// 1990s`. The profile is the mean of the vectors of the history's items, the score the cosine of profile and item,
/// from
/// -1 to 1; it is 0 for every item while the profile is zero. Nothing is learnt from other users.
public final class ContentBased implements ItemScorer, Described {
    private final Catalog catalog;
    private final String encoder;
    private final double[][] vectors;
    private final double[][] byDimension;

    private ContentBased(Catalog catalog, String encoder, double[][] vectors) {
        this.catalog = catalog;
        this.encoder = encoder;
        this.vectors = vectors;
        int dimensions = vectors.length == 0 ? 0 : vectors[0].length;
        this.byDimension = new double[dimensions][vectors.length];
        for (int i = 0; i < vectors.length; i++) {
            for (int d = 0; d < dimensions; d++) {
                byDimension[d][i] = vectors[i][d];
            }
        }
    }

    /// Encodes all items in one call, in catalogue order.
    ///
    /// @throws IllegalArgumentException if the encoder does not give one vector of equal length for each text
    public static ContentBased train(TrainingSet train, TextEncoder encoder) {
        var catalog = train.catalog();
        var encoded = encoder.encode(
                catalog.items().stream().map(item -> text(catalog, item)).toList());
        if (encoded.length != catalog.size()) {
            throw new IllegalArgumentException(encoder.name() + " gave " + encoded.length + " vectors for "
                    + catalog.size() + " texts; it must give one for each");
        }
        var vectors = new double[encoded.length][];
        for (int i = 0; i < vectors.length; i++) {
            if (encoded[i].length != encoded[0].length) {
                throw new IllegalArgumentException(encoder.name() + " gave vectors of " + encoded[0].length + " and "
                        + encoded[i].length + " dimensions; all must be of one length");
            }
            vectors[i] = ofLengthOne(encoded[i]);
        }
        return new ContentBased(catalog, encoder.name(), vectors);
    }

    /// The text that stands for an item.
    static String text(Catalog catalog, Item item) {
        List<String> values = new ArrayList<>();
        catalog.attributes().forEach(attribute -> values.addAll(item.values(attribute)));
        return values.isEmpty() ? item.title() : item.title() + ". " + String.join(", ", values);
    }

    @Override
    public String name() {
        return "Content";
    }

    @Override
    public String parameters() {
        return "encoder=" + encoder;
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public double[] score(History history) {
        var profile = new double[byDimension.length];
        for (int position : PositiveMatrix.positions(catalog, history)) {
            Rows.addOne(profile, 1, vectors[position], 0, profile.length);
        }
        normalise(profile);
        var scores = new double[catalog.size()];
        Rows.add(scores, 1, profile, 0, byDimension, 0, profile.length, 0, scores.length);
        return scores;
    }

    private static double[] ofLengthOne(float[] vector) {
        var result = new double[vector.length];
        for (int d = 0; d < vector.length; d++) {
            result[d] = vector[d];
        }
        normalise(result);
        return result;
    }

    private static void normalise(double[] vector) {
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
}
