package dev.sommelier.benchmarks.ranking;

import dev.sommelier.evaluation.recommendation.ScoreSource;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;

/// A factor model with random vectors that notes how long scoring takes. Vectors of items lie factor by factor, so that
/// the inner loop runs over items and is vectorised.
final class FactorScores implements ScoreSource {
    private static final int FACTORS = 64;
    private static final int AT_ONCE = 4;

    private final float[][] users;
    private final double[][] byFactor;
    private final LongAdder nanos = new LongAdder();

    FactorScores(SplittableRandom random, int users, int items) {
        this.users = new float[users][FACTORS];
        this.byFactor = new double[FACTORS][items];
        for (var user : this.users) {
            for (int f = 0; f < FACTORS; f++) {
                user[f] = (float) random.nextGaussian();
            }
        }
        for (var factor : byFactor) {
            for (int item = 0; item < items; item++) {
                factor[item] = random.nextGaussian();
            }
        }
    }

    @Override
    public int users() {
        return users.length;
    }

    @Override
    public int items() {
        return byFactor[0].length;
    }

    @Override
    public void score(int from, double[][] rows) {
        long start = System.nanoTime();
        for (int i = 0; i < rows.length; i++) {
            Arrays.fill(rows[i], 0);
            for (int f = 0; f < FACTORS; f += AT_ONCE) {
                add(rows[i], users[from + i], f);
            }
        }
        nanos.add(System.nanoTime() - start);
    }

    private void add(double[] row, float[] user, int f) {
        var a = byFactor[f];
        var b = byFactor[f + 1];
        var c = byFactor[f + 2];
        var d = byFactor[f + 3];
        double x = user[f];
        double y = user[f + 1];
        double z = user[f + 2];
        double w = user[f + 3];
        for (int item = 0; item < row.length; item++) {
            row[item] += x * a[item] + y * b[item] + z * c[item] + w * d[item];
        }
    }

    /// The seconds of all threads since the last call.
    double secondsOfScoring() {
        return nanos.sumThenReset() / 1e9;
    }
}
