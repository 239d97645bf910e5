package dev.sommelier.evaluation.recommendation;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// How evenly listings spread over items, in bits: `-sum p log2 p`, where `p` is the item's share of all listings in
/// the
/// first `k`.
///
/// From 0, one item fills all lists, to `log2` of the catalogue's size. Undefined without a listed item. The survey of
/// evaluation techniques ([arXiv:2312.16015](https://arxiv.org/abs/2312.16015)) calls it distributional coverage.
/// Source: Shannon, *A mathematical theory of communication*, 1948,
/// [doi:10.1002/j.1538-7305.1948.tb01338.x](https://doi.org/10.1002/j.1538-7305.1948.tb01338.x); Elliot's as its code
/// computes it.
///
/// @param variant how the items' information is averaged
/// @param k the cut, at least 1
public record ShannonEntropy(Variant variant, int k) implements AggregateMetric {
    /// How the items' information is averaged.
    public enum Variant {
        /// Over all listings alike.
        LISTINGS,
        /// Over each list first, then over users; an empty list counts 0.
        ELLIOT
    }

    public ShannonEntropy {
        Names.checkCut(k);
    }

    @Override
    public String name() {
        return Names.at(variant == Variant.LISTINGS ? "SEntropy" : "SEntropy(elliot)", k);
    }

    @Override
    public OptionalDouble of(List<UserList> lists, Popularity training) {
        var counts = Lists.counts(lists, k, training.items());
        long all = IntStream.of(counts).asLongStream().sum();
        if (all == 0) {
            return OptionalDouble.empty();
        }
        if (variant == Variant.ELLIOT) {
            return OptionalDouble.of(lists.stream()
                            .mapToDouble(list -> list.items(k)
                                    .mapToDouble(item -> bits(counts[item], all))
                                    .average()
                                    .orElse(0))
                            .sum()
                    / lists.size());
        }
        return OptionalDouble.of(IntStream.of(counts)
                .filter(count -> count > 0)
                .mapToDouble(count -> count * bits(count, all) / all)
                .sum());
    }

    private static double bits(int count, long all) {
        return Math.log((double) all / count) / Math.log(2);
    }
}
