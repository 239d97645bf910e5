package dev.sommelier.evaluation.similarity;

import java.util.Arrays;
import java.util.OptionalDouble;

/// How alike, or how far from each other, two vectors of equal length are.
///
/// The choice follows the survey of evaluation techniques ([arXiv:2312.16015](https://arxiv.org/abs/2312.16015)).
/// Similarities are from -1 to 1, 1 is alike, undefined where a vector has no spread of the kind that they divide by;
/// distances are at least 0, 0 is equal.
public enum Similarity {
    /// Similarity: `a.b / (|a| |b|)`; undefined for a vector of zeros.
    COSINE {
        @Override
        OptionalDouble value(double[] a, double[] b) {
            double product = 0;
            double first = 0;
            double second = 0;
            for (int i = 0; i < a.length; i++) {
                product += a[i] * b[i];
                first += a[i] * a[i];
                second += b[i] * b[i];
            }
            double norm = Math.sqrt(first) * Math.sqrt(second);
            return norm == 0 ? OptionalDouble.empty() : OptionalDouble.of(product / norm);
        }
    },
    /// Similarity: the cosine of the vectors less their own means; undefined for a constant vector.
    PEARSON {
        @Override
        OptionalDouble value(double[] a, double[] b) {
            return COSINE.value(centred(a), centred(b));
        }
    },
    /// Similarity: [#PEARSON] of the ranks, equal values sharing their mean rank.
    SPEARMAN {
        @Override
        OptionalDouble value(double[] a, double[] b) {
            return PEARSON.value(ranks(a), ranks(b));
        }
    },
    /// Distance: the root of the sum of squared differences.
    EUCLIDEAN {
        @Override
        OptionalDouble value(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += (a[i] - b[i]) * (a[i] - b[i]);
            }
            return OptionalDouble.of(Math.sqrt(sum));
        }
    },
    /// Distance: the sum of absolute differences.
    MANHATTAN {
        @Override
        OptionalDouble value(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += Math.abs(a[i] - b[i]);
            }
            return OptionalDouble.of(sum);
        }
    },
    /// Distance: the largest absolute difference.
    CHEBYSHEV {
        @Override
        OptionalDouble value(double[] a, double[] b) {
            double most = 0;
            for (int i = 0; i < a.length; i++) {
                most = Math.max(most, Math.abs(a[i] - b[i]));
            }
            return OptionalDouble.of(most);
        }
    },
    /// Distance: how many components differ.
    HAMMING {
        @Override
        OptionalDouble value(double[] a, double[] b) {
            int differing = 0;
            for (int i = 0; i < a.length; i++) {
                differing += a[i] == b[i] ? 0 : 1;
            }
            return OptionalDouble.of(differing);
        }
    };

    abstract OptionalDouble value(double[] a, double[] b);

    /// The value; empty where it is undefined.
    ///
    /// @throws IllegalArgumentException if the lengths differ or are 0
    public OptionalDouble of(double[] a, double[] b) {
        check(a, b);
        return value(a, b);
    }

    /// Adjusted cosine similarity of two items: the cosine of their ratings less the mean of the user who gave them.
    ///
    /// Source: Sarwar, Karypis, Konstan and Riedl, *Item-based collaborative filtering recommendation algorithms*, WWW
    /// 2001, [doi:10.1145/371920.372071](https://doi.org/10.1145/371920.372071).
    ///
    /// @param a the ratings of one item by the users who rated both
    /// @param b the ratings of the other by the same users
    /// @param means those users' mean ratings
    public static OptionalDouble adjustedCosine(double[] a, double[] b, double[] means) {
        check(a, b);
        check(a, means);
        return COSINE.value(less(a, means), less(b, means));
    }

    private static void check(double[] a, double[] b) {
        if (a.length != b.length || a.length == 0) {
            throw new IllegalArgumentException(
                    "vectors must have equal lengths of at least 1, got " + a.length + " and " + b.length);
        }
    }

    private static double[] less(double[] a, double[] b) {
        var rest = new double[a.length];
        Arrays.setAll(rest, i -> a[i] - b[i]);
        return rest;
    }

    private static double[] centred(double[] a) {
        var mean = new double[a.length];
        Arrays.fill(mean, Arrays.stream(a).average().orElseThrow());
        return less(a, mean);
    }

    private static double[] ranks(double[] a) {
        var sorted = a.clone();
        Arrays.sort(sorted);
        var ranks = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            int below = 0;
            int equal = 0;
            for (double value : sorted) {
                below += value < a[i] ? 1 : 0;
                equal += value == a[i] ? 1 : 0;
            }
            ranks[i] = below + (equal + 1) / 2.0;
        }
        return ranks;
    }
}
