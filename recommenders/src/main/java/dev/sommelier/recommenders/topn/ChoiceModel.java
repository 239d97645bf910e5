package dev.sommelier.recommenders.topn;

import dev.sommelier.recommenders.Cholesky;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Conditional logit: the weights under which the chosen alternatives are most probable, where the probability of an
/// alternative is proportional to `exp(sum over m of w(m) z(m))`.
///
/// Maximises the log-likelihood less `1/2 |w|^2`, which is strictly concave, by Newton steps that are halved until they
/// rise. Examples are evaluated on several threads and summed in order.
///
/// Source: McFadden, *Conditional Logit Analysis of Qualitative Choice Behavior*, 1974.
final class ChoiceModel {
    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVINGS = 40;
    private static final double RESTED = 1e-9;

    /// One choice.
    ///
    /// @param features `members x alternatives`
    /// @param chosen the alternative that was taken
    @SuppressWarnings("ArrayRecordComponent") // a carrier inside this package, never compared
    record Example(double[][] features, int chosen) {}

    /// An example's, or all examples', log-likelihood with its two derivatives.
    @SuppressWarnings("ArrayRecordComponent") // a carrier inside this class, never compared
    private record Fit(double value, double[] gradient, double[][] curvature) {}

    private ChoiceModel() {}

    /// The weights, one for each member; 0 for a member that says nothing.
    static double[] fit(int members, List<Example> examples) {
        var weights = new double[members];
        var fit = all(examples, weights);
        for (int step = 0; step < MOST_STEPS; step++) {
            var direction = fit.gradient().clone();
            Cholesky.solve(fit.curvature(), direction);
            if (Arrays.stream(direction).map(Math::abs).max().orElse(0) < RESTED) {
                break;
            }
            boolean rose = false;
            for (int halving = 0; halving < MOST_HALVINGS && !rose; halving++) {
                double scale = Math.scalb(1.0, -halving);
                var next = new double[members];
                Arrays.setAll(next, m -> weights[m] + scale * direction[m]);
                var other = all(examples, next);
                if (other.value() > fit.value()) {
                    System.arraycopy(next, 0, weights, 0, members);
                    fit = other;
                    rose = true;
                }
            }
            if (!rose) {
                break;
            }
        }
        return weights;
    }

    private static Fit all(List<Example> examples, double[] weights) {
        int members = weights.length;
        double value = 0;
        var gradient = new double[members];
        var curvature = new double[members][members];
        for (int m = 0; m < members; m++) {
            value -= weights[m] * weights[m] / 2;
            gradient[m] -= weights[m];
            curvature[m][m] = 1;
        }
        for (var one :
                examples.parallelStream().map(example -> one(example, weights)).toList()) {
            value += one.value();
            for (int m = 0; m < members; m++) {
                gradient[m] += one.gradient()[m];
                for (int n = 0; n < members; n++) {
                    curvature[m][n] += one.curvature()[m][n];
                }
            }
        }
        return new Fit(value, gradient, curvature);
    }

    private static Fit one(Example example, double[] weights) {
        var features = example.features();
        int members = weights.length;
        int alternatives = features[0].length;
        var utility = new double[alternatives];
        for (int m = 0; m < members; m++) {
            for (int a = 0; a < alternatives; a++) {
                utility[a] += weights[m] * features[m][a];
            }
        }
        double largest = Arrays.stream(utility).max().orElse(0);
        double total = 0;
        var probability = new double[alternatives];
        for (int a = 0; a < alternatives; a++) {
            probability[a] = Math.exp(utility[a] - largest);
            total += probability[a];
        }
        for (int a = 0; a < alternatives; a++) {
            probability[a] /= total;
        }
        var mean = IntStream.range(0, members)
                .mapToDouble(m -> dot(probability, features[m]))
                .toArray();
        var gradient = new double[members];
        var curvature = new double[members][members];
        for (int m = 0; m < members; m++) {
            gradient[m] = features[m][example.chosen()] - mean[m];
            for (int n = 0; n < members; n++) {
                double product = 0;
                for (int a = 0; a < alternatives; a++) {
                    product += probability[a] * features[m][a] * features[n][a];
                }
                curvature[m][n] = product - mean[m] * mean[n];
            }
        }
        return new Fit(utility[example.chosen()] - largest - Math.log(total), gradient, curvature);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
