package dev.sommelier.evaluation.recommendation;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Times scoring, and selection with all accuracy metrics at 10, 20 and 100, for a factor model of 64 factors.
/// One thread. Run by hand: `FullRankingTiming [USERS [ITEMS]]`.
final class FullRankingTiming {
    private static final int FACTORS = 64;

    private FullRankingTiming() {}

    public static void main(String[] args) {
        int users = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int items = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
        var random = new SplittableRandom(1);
        var source = new Factors(matrix(random, users), matrix(random, items));
        var seen = rows(random, users, items, 50);
        var test = rows(random, users, items, 20);
        var names = MetricNames.all().stream()
                .filter(name -> MetricNames.parse(name) instanceof AccuracyMetric)
                .toList();
        var full = new FullRanking(seen, test, MetricNames.accuracy(names, List.of(10, 20, 100)));
        for (int block : new int[] {64, 16, 64, 16}) {
            source.nanos = 0;
            long start = System.nanoTime();
            var result = full.evaluate(source, 1, block);
            long all = System.nanoTime() - start;
            System.out.printf(
                    Locale.ROOT,
                    "%d metrics, blocks of %d: %.2f s on one thread, selection and metrics %.1f %% (nDCG@10 %.5f)%n",
                    result.metrics().size(),
                    block,
                    all / 1e9,
                    100.0 * (all - source.nanos) / all,
                    result.mean(new Ndcg(10)));
        }
    }

    private static float[][] matrix(SplittableRandom random, int rows) {
        var matrix = new float[rows][FACTORS];
        for (var row : matrix) {
            for (int f = 0; f < FACTORS; f++) {
                row[f] = (float) random.nextGaussian();
            }
        }
        return matrix;
    }

    private static UserItems rows(SplittableRandom random, int users, int items, int each) {
        var rows = UserItems.builder(users);
        for (int user = 0; user < users; user++) {
            for (int i = 0; i < each; i++) {
                rows.add(user, random.nextInt(items), 1 + random.nextInt(5));
            }
        }
        return rows.build();
    }

    /// Factor by factor, so that the inner loop runs over items and vectorises.
    private static final class Factors implements ScoreSource {
        private final float[][] users;
        private final double[][] byFactor;
        private long nanos;

        Factors(float[][] users, float[][] items) {
            this.users = users;
            this.byFactor = new double[FACTORS][items.length];
            for (int item = 0; item < items.length; item++) {
                for (int f = 0; f < FACTORS; f++) {
                    byFactor[f][item] = items[item][f];
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
                var row = rows[i];
                java.util.Arrays.fill(row, 0);
                for (int f = 0; f < FACTORS; f += 4) {
                    add(row, users[from + i], f);
                }
            }
            nanos += System.nanoTime() - start;
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
    }
}
