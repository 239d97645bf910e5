package dev.sommelier.benchmarks.ranking;

import dev.sommelier.evaluation.recommendation.AccuracyMetric;
import dev.sommelier.evaluation.recommendation.FullRanking;
import dev.sommelier.evaluation.recommendation.HitRate;
import dev.sommelier.evaluation.recommendation.MetricNames;
import dev.sommelier.evaluation.recommendation.UserItems;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Times full rankings of every user over every item, of a factor model with 64 factors: all accuracy metrics at 10, 20
/// and 100. What the metrics take is the difference to the same with a single one, over a quarter of the users and
/// without the time of scoring, the middle one of several rounds. A heap far below users x items numbers (`-Xmx`) shows
/// that no such matrix is held.
///
/// `FullRankingBenchmark [USERS [ITEMS]]`, 100,000 and 20,000 unless given. One thread.
public final class FullRankingBenchmark {
    private static final int BLOCK = 64;
    private static final int SEEN = 50;
    private static final int HELD_OUT = 20;
    private static final int DEEPEST = 100;
    private static final int WARM_UP = 2_000;
    private static final int ROUNDS = 3;
    private static final int QUARTER = 4;

    /// Seconds in all, and of scoring.
    private record Times(double all, double scoring) {
        double rest() {
            return all - scoring;
        }
    }

    private FullRankingBenchmark() {}

    /// @param arguments the numbers of users and of items
    public static void main(String[] arguments) {
        int users = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int items = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        var names = MetricNames.all().stream()
                .filter(name -> MetricNames.parse(name) instanceof AccuracyMetric)
                .toList();
        var all = MetricNames.accuracy(names, List.of(10, 20, DEEPEST));
        List<AccuracyMetric> one = List.of(new HitRate(DEEPEST));
        times(WARM_UP, items, all);
        times(WARM_UP, items, one);
        var metrics = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            metrics[round] = times(users / QUARTER, items, all).rest()
                    - times(users / QUARTER, items, one).rest();
        }
        Arrays.sort(metrics);
        double ofMetrics = metrics[ROUNDS / 2] * QUARTER;
        var whole = times(users, items, all);
        System.out.printf(
                Locale.ROOT,
                "%d users x %d items, %d metrics, one thread: %.1f s; scoring %.1f %%, selection %.1f %%, metrics %.1f %%;"
                        + " heap of at most %d MB, users x items numbers are %d MB%n",
                users,
                items,
                all.size(),
                whole.all(),
                100 * whole.scoring() / whole.all(),
                100 * (whole.rest() - ofMetrics) / whole.all(),
                100 * ofMetrics / whole.all(),
                Runtime.getRuntime().maxMemory() >> 20,
                ((long) users * items * Double.BYTES) >> 20);
    }

    private static Times times(int users, int items, List<AccuracyMetric> metrics) {
        var random = new SplittableRandom(1);
        var source = new FactorScores(random, users, items);
        var full = new FullRanking(rows(random, users, items, SEEN), rows(random, users, items, HELD_OUT), metrics);
        long start = System.nanoTime();
        var result = full.evaluate(source, 1, BLOCK);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (result.users() != users) {
            throw new IllegalStateException("every user has test items, got " + result.users() + " of " + users);
        }
        return new Times(seconds, source.secondsOfScoring());
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
}
