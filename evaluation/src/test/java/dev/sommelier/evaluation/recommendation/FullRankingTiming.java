package dev.sommelier.evaluation.recommendation;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Times scoring alone against scoring with all accuracy metrics at 10, 20 and 100, for a factor model of 64 factors.
/// Run by hand: `FullRankingTiming [USERS [ITEMS]]`.
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
        for (int round = 0; round < 4; round++) {
            long start = System.nanoTime();
            scoreOnly(source);
            long scored = System.nanoTime();
            var result = full.evaluate(source, 2, 64);
            long done = System.nanoTime();
            double alone = (scored - start) / 1e9;
            double all = (done - scored) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "scores %.2f s, with %d metrics %.2f s, selection and metrics %.1f %% (nDCG@10 %.5f)%n",
                    alone,
                    result.metrics().size(),
                    all,
                    100 * (all - alone) / all,
                    result.mean(new Ndcg(10)));
        }
    }

    private static void scoreOnly(Factors source) {
        var blocks = IntStream.range(0, (source.users() + 63) / 64).parallel();
        var buffers = ThreadLocal.withInitial(() -> new double[64][source.items()]);
        blocks.forEach(block -> {
            int from = block * 64;
            int size = Math.min(64, source.users() - from);
            source.score(from, java.util.Arrays.copyOf(buffers.get(), size));
        });
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
            for (int i = 0; i < rows.length; i++) {
                var row = rows[i];
                java.util.Arrays.fill(row, 0);
                for (int f = 0; f < FACTORS; f += 4) {
                    add(row, users[from + i], f);
                }
            }
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
