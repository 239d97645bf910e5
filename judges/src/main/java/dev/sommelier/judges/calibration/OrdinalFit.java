package dev.sommelier.judges.calibration;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Finds the weights and cuts of an [OrdinalModel] by L-BFGS with a backtracking line search.
///
/// Parameters: the weights, the first cut, the logarithms of the gaps between cuts.
final class OrdinalFit {
    private static final int STEPS = 300;
    private static final int MEMORY = 8;
    private static final double FLAT = 1e-7;
    private static final double SMALLEST = 1e-12;

    private final double[][] x;
    private final int[] grades;
    private final int levels;
    private final double penalty;
    private final int width;

    OrdinalFit(double[][] x, int[] grades, int levels, double penalty) {
        if (x.length == 0 || x.length != grades.length || levels < 2) {
            throw new IllegalArgumentException("a fit needs pairs with one grade each and two grades at least, got "
                    + x.length + " pairs, " + grades.length + " grades of " + levels);
        }
        this.x = x;
        this.grades = grades;
        this.levels = levels;
        this.penalty = penalty;
        this.width = x[0].length;
    }

    OrdinalModel model() {
        double[] at = start();
        double[] gradient = new double[at.length];
        double value = loss(at, gradient);
        var moves = new double[MEMORY][];
        var turns = new double[MEMORY][];
        int kept = 0;
        for (int step = 0; step < STEPS && norm(gradient) > FLAT * Math.max(1, Math.abs(value)); step++) {
            double[] direction = direction(gradient, moves, turns, kept);
            double slope = dot(gradient, direction);
            if (slope >= 0) {
                direction = scaled(gradient, -1 / Math.max(1, norm(gradient)));
                slope = dot(gradient, direction);
                kept = 0;
            }
            double length = 1;
            double[] next = at;
            double[] nextGradient = new double[at.length];
            double nextValue = Double.POSITIVE_INFINITY;
            while (length > SMALLEST && !(nextValue <= value + 1e-4 * length * slope)) {
                next = plus(at, direction, length);
                nextValue = loss(next, nextGradient);
                length /= 2;
            }
            if (!(nextValue < value)) {
                break;
            }
            double[] move = plus(next, at, -1);
            double[] turn = plus(nextGradient, gradient, -1);
            if (dot(move, turn) > SMALLEST) {
                moves[kept % MEMORY] = move;
                turns[kept % MEMORY] = turn;
                kept++;
            }
            at = next;
            gradient = nextGradient;
            value = nextValue;
        }
        return result(at);
    }

    private double[] start() {
        double[] at = new double[width + levels - 1];
        double[] cuts = new double[levels - 1];
        for (int k = 0; k < cuts.length; k++) {
            int level = k;
            // Half a pair is added to every grade, so that a grade without pairs leaves a finite cut.
            double below = IntStream.of(grades).filter(grade -> grade <= level).count() + .5 * (k + 1);
            double share = below / (grades.length + .5 * levels);
            cuts[k] = Math.log(share / (1 - share));
        }
        at[width] = cuts[0];
        for (int k = 1; k < cuts.length; k++) {
            at[width + k] = Math.log(cuts[k] - cuts[k - 1]);
        }
        return at;
    }

    private double[] cuts(double[] at) {
        double[] cuts = new double[levels - 1];
        cuts[0] = at[width];
        for (int k = 1; k < cuts.length; k++) {
            cuts[k] = cuts[k - 1] + Math.exp(Math.min(at[width + k], 10));
        }
        return cuts;
    }

    private double loss(double[] at, double[] gradient) {
        Arrays.fill(gradient, 0);
        double[] cuts = cuts(at);
        double[] byCut = new double[cuts.length];
        double sum = 0;
        for (int n = 0; n < x.length; n++) {
            double latent = 0;
            for (int j = 0; j < width; j++) {
                latent += at[j] * x[n][j];
            }
            int grade = grades[n];
            double upper = grade < cuts.length ? OrdinalModel.sigmoid(cuts[grade] - latent) : 1;
            double lower = grade > 0 ? OrdinalModel.sigmoid(cuts[grade - 1] - latent) : 0;
            double p = Math.max(upper - lower, SMALLEST);
            sum -= Math.log(p);
            double upperSlope = upper * (1 - upper) / p;
            double lowerSlope = lower * (1 - lower) / p;
            if (grade < cuts.length) {
                byCut[grade] -= upperSlope;
            }
            if (grade > 0) {
                byCut[grade - 1] += lowerSlope;
            }
            for (int j = 0; j < width; j++) {
                gradient[j] += (upperSlope - lowerSlope) * x[n][j];
            }
        }
        for (int j = 0; j < width; j++) {
            sum += penalty * at[j] * at[j] / 2;
            gradient[j] += penalty * at[j];
        }
        double later = 0;
        for (int k = cuts.length - 1; k >= 0; k--) {
            later += byCut[k];
            gradient[width + k] = k == 0 ? later : later * (cuts[k] - cuts[k - 1]);
        }
        return sum;
    }

    private static double[] direction(double[] gradient, double[][] moves, double[][] turns, int kept) {
        double[] q = gradient.clone();
        int from = Math.max(0, kept - MEMORY);
        double[] alphas = new double[MEMORY];
        for (int i = kept - 1; i >= from; i--) {
            int at = i % MEMORY;
            alphas[at] = dot(moves[at], q) / dot(moves[at], turns[at]);
            q = plus(q, turns[at], -alphas[at]);
        }
        int last = (kept - 1 + MEMORY) % MEMORY;
        double scale = kept == 0
                ? 1 / Math.max(1, norm(gradient))
                : dot(moves[last], turns[last]) / dot(turns[last], turns[last]);
        q = scaled(q, scale);
        for (int i = from; i < kept; i++) {
            int at = i % MEMORY;
            q = plus(q, moves[at], alphas[at] - dot(turns[at], q) / dot(moves[at], turns[at]));
        }
        return scaled(q, -1);
    }

    private OrdinalModel result(double[] at) {
        return new OrdinalModel(
                Arrays.stream(at, 0, width).boxed().toList(),
                Arrays.stream(cuts(at)).boxed().toList());
    }

    private static double[] plus(double[] a, double[] b, double times) {
        double[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += times * b[i];
        }
        return sum;
    }

    private static double[] scaled(double[] a, double times) {
        return Arrays.stream(a).map(value -> value * times).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }
}
