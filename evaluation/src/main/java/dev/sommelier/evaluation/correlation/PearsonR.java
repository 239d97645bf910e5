package dev.sommelier.evaluation.correlation;

import java.util.Arrays;

/// Pearson's product-moment correlation of the scores themselves, from -1 to 1. Undefined (NaN) with fewer than two
/// systems, or when one side's scores are all equal.
///
/// Source: Pearson, *Notes on regression and inheritance in the case of two parents*, Proceedings of the Royal Society
/// 1895.
public record PearsonR() implements RankCorrelation {
    @Override
    public String name() {
        return "Pearson";
    }

    @Override
    public double of(double[] reference, double[] other) {
        Orders.check(reference, other);
        double first = Arrays.stream(reference).average().orElse(0);
        double second = Arrays.stream(other).average().orElse(0);
        double both = 0;
        double firstSquares = 0;
        double secondSquares = 0;
        for (int i = 0; i < reference.length; i++) {
            both += (reference[i] - first) * (other[i] - second);
            firstSquares += (reference[i] - first) * (reference[i] - first);
            secondSquares += (other[i] - second) * (other[i] - second);
        }
        return firstSquares > 0 && secondSquares > 0 ? both / Math.sqrt(firstSquares * secondSquares) : Double.NaN;
    }
}
