package dev.sommelier.judges.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The proportional odds model: `P(grade <= k) = sigmoid(cut_k - weights . x)`.
///
/// Fitted by maximum likelihood with an L2 penalty on the weights (never on the cuts), by gradient steps with line
/// search; the start and every step are fixed, so one input gives one model. The gaps between cuts are kept positive by
/// optimising their logarithms.
///
/// Source: McCullagh, *Regression models for ordinal data*, JRSS B 1980,
/// [doi:10.1111/j.2517-6161.1980.tb01109.x](https://doi.org/10.1111/j.2517-6161.1980.tb01109.x).
///
/// @param weights one for each standardised signal
/// @param cuts rising, one fewer than grades
public record OrdinalModel(List<Double> weights, List<Double> cuts) {
    public OrdinalModel {
        weights = List.copyOf(weights);
        cuts = List.copyOf(cuts);
        for (int i = 1; i < cuts.size(); i++) {
            if (cuts.get(i) < cuts.get(i - 1)) {
                throw new IllegalArgumentException("cuts must not fall, got " + cuts);
            }
        }
    }

    /// Fits the model.
    ///
    /// @param x pairs x signals, standardised
    /// @param grades positions on the scale, from 0
    /// @param levels the number of grades, at least 2
    /// @param penalty on half the squared weights, for the sum of log-likelihoods
    public static OrdinalModel fit(double[][] x, int[] grades, int levels, double penalty) {
        return new OrdinalFit(x, grades, levels, penalty).model();
    }

    /// The number that grows with relevance.
    public double latent(double[] standard) {
        double sum = 0;
        for (int i = 0; i < standard.length; i++) {
            sum += weights.get(i) * standard[i];
        }
        return sum;
    }

    /// The probability of each grade, lowest first; sums to 1.
    public List<Double> probabilities(double latent) {
        var result = new ArrayList<Double>();
        double below = 0;
        for (double cut : cuts) {
            double upTo = sigmoid(cut - latent);
            result.add(upTo - below);
            below = upTo;
        }
        result.add(1 - below);
        return result;
    }

    /// The position of the highest probability, the lowest of equals.
    static int mostProbable(List<Double> probabilities) {
        return IntStream.range(0, probabilities.size())
                .reduce((best, i) -> probabilities.get(i) > probabilities.get(best) ? i : best)
                .orElseThrow();
    }

    static double sigmoid(double value) {
        return value >= 0 ? 1 / (1 + Math.exp(-value)) : Math.exp(value) / (1 + Math.exp(value));
    }
}
