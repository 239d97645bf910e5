package dev.sommelier.evaluation.correlation;

import java.util.Locale;

/// Rank-biased overlap of two orders of the same systems, extrapolated, from 0 (nothing in common at the depths that
/// count) to 1 (equal): `A(n) p^n + (1 - p) / p * sum over depths d of A(d) p^d`, where A(d) is the share of systems
/// common to both top d.
///
/// It needs orders without ties; equal scores are ordered by position. Undefined (NaN) without systems.
///
/// Source: Webber, Moffat and Zobel, *A similarity measure for indefinite rankings*, 2010, equation 32 with lists of
/// one
/// length, [doi:10.1145/1852102.1852106](https://doi.org/10.1145/1852102.1852106).
///
/// @param persistence p, between 0 and 1: the chance that a reader goes on to the next rank
public record RankBiasedOverlap(double persistence) implements RankCorrelation {
    public RankBiasedOverlap {
        if (!(persistence > 0 && persistence < 1)) {
            throw new IllegalArgumentException("persistence must be between 0 and 1, got " + persistence);
        }
    }

    @Override
    public String name() {
        return String.format(Locale.ROOT, "RBO(%s)", persistence).replace("(0.", "(.");
    }

    @Override
    public double of(double[] reference, double[] other) {
        Orders.check(reference, other);
        int n = reference.length;
        if (n == 0) {
            return Double.NaN;
        }
        var first = Orders.descending(reference);
        var second = Orders.descending(other);
        var seen = new int[n];
        int common = 0;
        double weight = 1;
        double sum = 0;
        for (int depth = 1; depth <= n; depth++) {
            common += ++seen[first[depth - 1]] == 2 ? 1 : 0;
            common += ++seen[second[depth - 1]] == 2 ? 1 : 0;
            weight *= persistence;
            sum += weight * common / depth;
        }
        return weight * common / n + (1 - persistence) / persistence * sum;
    }
}
