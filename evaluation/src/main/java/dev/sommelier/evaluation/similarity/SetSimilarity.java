package dev.sommelier.evaluation.similarity;

import java.util.OptionalDouble;
import java.util.Set;

/// How alike two sets are, from 0 (nothing in common) to 1.
///
/// Undefined for two empty sets.
public enum SetSimilarity {
    /// `|A and B| / |A or B|`. Source: Jaccard, *The distribution of the flora in the alpine zone*, New Phytologist
    /// 1912,
    /// [doi:10.1111/j.1469-8137.1912.tb05611.x](https://doi.org/10.1111/j.1469-8137.1912.tb05611.x).
    JACCARD {
        @Override
        double of(int common, int first, int second) {
            return (double) common / (first + second - common);
        }
    },
    /// `2 |A and B| / (|A| + |B|)`. Source: Dice, *Measures of the amount of ecologic association between species*,
    /// Ecology 1945, [doi:10.2307/1932409](https://doi.org/10.2307/1932409).
    DICE {
        @Override
        double of(int common, int first, int second) {
            return 2.0 * common / (first + second);
        }
    };

    abstract double of(int common, int first, int second);

    /// The similarity; empty for two empty sets.
    public <T> OptionalDouble of(Set<T> first, Set<T> second) {
        if (first.isEmpty() && second.isEmpty()) {
            return OptionalDouble.empty();
        }
        int common = (int) first.stream().filter(second::contains).count();
        return OptionalDouble.of(of(common, first.size(), second.size()));
    }
}
