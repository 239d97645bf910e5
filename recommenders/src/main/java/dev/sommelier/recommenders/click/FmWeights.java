package dev.sommelier.recommenders.click;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// The parameters of a factorization machine and one step of their descent.
///
/// `b + sum_i w_i x_i + sum_{i<j} <v_i, v_j> x_i x_j`, the last sum as `1/2 sum_f ((sum_i v_if x_i)^2 - sum_i v_if^2
/// x_i^2)`.
final class FmWeights {
    private static final double DEVIATION = 0.05;
    private static final double START = 1e-8;

    private final int factors;
    private double bias;
    private double biasSquares = START;
    private final double[] linear;
    private final double[] linearSquares;
    private final double[] vectors;
    private final double[] vectorSquares;
    private final double[] sums;

    FmWeights(int features, int factors, RandomGenerator random) {
        this.factors = factors;
        this.linear = new double[features];
        this.linearSquares = filled(features);
        this.vectors = new double[features * factors];
        this.vectorSquares = filled(features * factors);
        this.sums = new double[factors];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = random.nextGaussian() * DEVIATION;
        }
    }

    private static double[] filled(int size) {
        var values = new double[size];
        Arrays.fill(values, START);
        return values;
    }

    double linear(int feature) {
        return linear[feature];
    }

    double bias() {
        return bias;
    }

    double vector(int feature, int factor) {
        return vectors[feature * factors + factor];
    }

    void vector(int feature, int factor, double value) {
        vectors[feature * factors + factor] = value;
    }

    /// The probability of a click.
    double probability(FeatureRow row) {
        return 1 / (1 + Math.exp(-logit(row, new double[factors])));
    }

    private double logit(FeatureRow row, double[] sums) {
        double logit = bias;
        double pairs = 0;
        Arrays.fill(sums, 0);
        for (int i = 0; i < row.size(); i++) {
            double x = row.value(i);
            logit += linear[row.feature(i)] * x;
            int at = row.feature(i) * factors;
            for (int f = 0; f < factors; f++) {
                double part = vectors[at + f] * x;
                sums[f] += part;
                pairs -= part * part;
            }
        }
        for (int f = 0; f < factors; f++) {
            pairs += sums[f] * sums[f];
        }
        return logit + pairs / 2;
    }

    /// One step of AdaGrad on the log loss of one example.
    ///
    /// @param clicked 1 or 0
    /// @return the loss before the step, in nats
    double step(FeatureRow row, double clicked, double rate, double regularization) {
        double logit = logit(row, sums);
        double probability = 1 / (1 + Math.exp(-logit));
        double slope = probability - clicked;
        biasSquares += slope * slope;
        bias -= rate * slope / Math.sqrt(biasSquares);
        for (int i = 0; i < row.size(); i++) {
            double x = row.value(i);
            int feature = row.feature(i);
            double gradient = slope * x + regularization * linear[feature];
            linearSquares[feature] += gradient * gradient;
            linear[feature] -= rate * gradient / Math.sqrt(linearSquares[feature]);
            int at = feature * factors;
            for (int f = 0; f < factors; f++) {
                double v = vectors[at + f];
                double g = slope * x * (sums[f] - v * x) + regularization * v;
                vectorSquares[at + f] += g * g;
                vectors[at + f] = v - rate * g / Math.sqrt(vectorSquares[at + f]);
            }
        }
        // log(1 + e^z) - y z, written so that it does not overflow.
        return Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit))) - clicked * logit;
    }
}
