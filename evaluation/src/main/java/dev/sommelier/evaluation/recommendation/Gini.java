package dev.sommelier.evaluation.recommendation;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// How unequally the items of the catalogue are listed.
///
/// `sum_j (2j - N - 1) x_j / ((N - 1) sum x)` over the catalogue's `N` items in ascending order of `x`, the number of
/// lists whose first `k` hold the item. The coefficient is 0 where all items are listed equally often and 1 where a
/// single item fills all lists. Undefined with fewer than two items or without a listed one. Source: Castells, Hurley
/// and Vargas, *Novelty and diversity in recommender systems*, Recommender Systems Handbook 2015; the complement as
/// Elliot's `Gini`.
///
/// @param variant the coefficient or its complement
/// @param k the cut, at least 1
public record Gini(Variant variant, int k) implements AggregateMetric {
    /// The coefficient or its complement.
    public enum Variant {
        /// 0 is equal.
        COEFFICIENT,
        /// One minus the coefficient, 1 is equal.
        ELLIOT
    }

    public Gini {
        Names.checkCut(k);
    }

    @Override
    public String name() {
        return Names.at(variant == Variant.COEFFICIENT ? "Gini" : "Gini(elliot)", k);
    }

    @Override
    public OptionalDouble of(List<UserList> lists, Popularity training) {
        var counts = Lists.counts(lists, k, training.items());
        Arrays.sort(counts);
        long sum = IntStream.of(counts).asLongStream().sum();
        int n = counts.length;
        if (n < 2 || sum == 0) {
            return OptionalDouble.empty();
        }
        double weighted = 0;
        for (int j = 1; j <= n; j++) {
            weighted += (2.0 * j - n - 1) * counts[j - 1];
        }
        double coefficient = weighted / ((n - 1.0) * sum);
        return OptionalDouble.of(variant == Variant.COEFFICIENT ? coefficient : 1 - coefficient);
    }
}
