package dev.sommelier.evaluation.recommendation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;

/// What the items are like: attribute values such as genres, or vectors.
///
/// Immutable; made for the item numbers of one evaluation by [RecommendationEvaluation#withAttributes(Map)] or
/// [RecommendationEvaluation#withVectors(Map)].
public final class ItemFeatures {
    private final int[][] values;
    private final double[][] vectors;
    private final int distinct;

    private ItemFeatures(int[][] values, double[][] vectors, int distinct) {
        this.values = values;
        this.vectors = vectors;
        this.distinct = distinct;
    }

    /// Attribute values of items by their numbers; items without a number are left out.
    ///
    /// @param numbers the item's number; negative where it has none
    /// @param items the number of numbers
    static ItemFeatures ofAttributes(Map<String, List<String>> attributes, ToIntFunction<String> numbers, int items) {
        var values = new int[items][0];
        var known = new LinkedHashMap<String, Integer>();
        attributes.forEach((item, names) -> {
            int number = numbers.applyAsInt(item);
            if (number >= 0) {
                values[number] = names.stream()
                        .distinct()
                        .mapToInt(name -> known.computeIfAbsent(name, key -> known.size()))
                        .sorted()
                        .toArray();
            }
        });
        return new ItemFeatures(values, new double[items][0], known.size());
    }

    /// Vectors of items by their numbers; items without a number are left out.
    static ItemFeatures ofVectors(Map<String, List<Double>> vectors, ToIntFunction<String> numbers, int items) {
        var rows = new double[items][0];
        vectors.forEach((item, vector) -> {
            int number = numbers.applyAsInt(item);
            if (number >= 0) {
                rows[number] = vector.stream().mapToDouble(Double::doubleValue).toArray();
            }
        });
        return new ItemFeatures(new int[items][0], rows, 0);
    }

    /// How far two items are from each other: Jaccard distance of their attribute values, `1 - |A and B| / |A or B|`,
    /// or
    /// `1 - cosine` of their vectors; empty where either has none.
    public OptionalDouble distance(int first, int second) {
        if (values[first].length > 0 && values[second].length > 0) {
            var other = values[second];
            long common = Arrays.stream(values[first])
                    .filter(value -> Arrays.binarySearch(other, value) >= 0)
                    .count();
            return OptionalDouble.of(1 - (double) common / (values[first].length + other.length - common));
        }
        return cosineDistance(vectors[first], vectors[second]);
    }

    private static OptionalDouble cosineDistance(double[] a, double[] b) {
        double product = 0;
        double normA = 0;
        double normB = 0;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            product += a[i] * b[i];
            normA += a[i] * a[i];
            normB += b[i] * b[i];
        }
        double norm = Math.sqrt(normA) * Math.sqrt(normB);
        return norm == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - product / norm);
    }

    /// How many distinct attribute values there are.
    int distinct() {
        return distinct;
    }

    /// The numbers of an item's attribute values, ascending; none where the item has none.
    int[] values(int item) {
        return values[item].clone();
    }
}
