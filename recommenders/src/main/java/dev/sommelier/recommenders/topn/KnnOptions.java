package dev.sommelier.recommenders.topn;

import dev.sommelier.recommenders.Numbers;
import dev.sommelier.recommenders.store.ModelParameters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// How [ItemKnn] and [UserKnn] find neighbours.
///
/// @param neighbours how many are kept, at least 1
/// @param similarity how two items or users are compared
/// @param shrinkage draws similarities towards 0 where few contacts support them, at least 0; 0 for
///     [Similarity#DOT]
/// @param weighting what a contact weighs inside the similarity
/// @param k1 of BM25, at least 0
/// @param b of BM25, from 0 to 1
public record KnnOptions(
        int neighbours, Similarity similarity, double shrinkage, Weighting weighting, double k1, double b) {
    /// The usual constants of BM25.
    private static final String K1 = "1.2";

    private static final String B = "0.75";

    public KnnOptions {
        if (neighbours < 1) {
            throw new IllegalArgumentException("neighbours must be at least 1, got " + neighbours);
        }
        if (!(shrinkage >= 0) || !Double.isFinite(shrinkage)) {
            throw new IllegalArgumentException("shrinkage must be at least 0, got " + shrinkage);
        }
        if (similarity == Similarity.DOT && shrinkage > 0) {
            throw new IllegalArgumentException("the dot product takes no shrinkage, got " + shrinkage);
        }
        if (!(k1 >= 0) || !(b >= 0 && b <= 1)) {
            throw new IllegalArgumentException("BM25 needs k1 >= 0 and b from 0 to 1, got " + k1 + " and " + b);
        }
    }

    /// Cosine of the binary contacts.
    public static KnnOptions cosine(int neighbours, double shrinkage) {
        return of(neighbours, Similarity.COSINE, shrinkage, Weighting.NONE);
    }

    /// With the usual constants of BM25.
    public static KnnOptions of(int neighbours, Similarity similarity, double shrinkage, Weighting weighting) {
        return new KnnOptions(
                neighbours, similarity, shrinkage, weighting, Double.parseDouble(K1), Double.parseDouble(B));
    }

    /// From named values; `k1` and `b` may be left out.
    public static KnnOptions of(ModelParameters parameters) {
        var all = new ModelParameters(Map.of("k1", K1, "b", B));
        return new KnnOptions(
                parameters.integer("neighbours"),
                parameters.choice("similarity", Similarity.class),
                parameters.number("shrinkage"),
                parameters.choice("weighting", Weighting.class),
                (parameters.values().containsKey("k1") ? parameters : all).number("k1"),
                (parameters.values().containsKey("b") ? parameters : all).number("b"));
    }

    /// The named values; the constants of BM25 only where they matter.
    ModelParameters parameters() {
        var values = new LinkedHashMap<String, String>();
        values.put("neighbours", Integer.toString(neighbours));
        values.put("similarity", similarity.name().toLowerCase(Locale.ROOT));
        values.put("shrinkage", Numbers.plain(shrinkage));
        values.put("weighting", weighting.name().toLowerCase(Locale.ROOT));
        if (weighting == Weighting.BM25) {
            values.put("k1", Numbers.plain(k1));
            values.put("b", Numbers.plain(b));
        }
        return new ModelParameters(values);
    }
}
