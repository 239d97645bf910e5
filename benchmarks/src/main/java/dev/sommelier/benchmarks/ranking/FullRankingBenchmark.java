package dev.sommelier.benchmarks.ranking;

import dev.sommelier.evaluation.recommendation.AccuracyMetric;
import dev.sommelier.evaluation.recommendation.FullRanking;
import dev.sommelier.evaluation.recommendation.HitRate;
import dev.sommelier.evaluation.recommendation.MetricNames;
import dev.sommelier.evaluation.recommendation.Ndcg;
import dev.sommelier.evaluation.recommendation.UserItems;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Times full rankings of every user over every item, of a factor model with 64 factors: all accuracy metrics at 10, 20
/// and 100, beside the same with one metric. What the second takes is scoring and selection, the rest is metrics. A
/// heap far below users x items numbers (`-Xmx`) shows that no such matrix is held.
///
/// `FullRankingBenchmark [USERS [ITEMS [THREADS]]]`, 100,000, 20,000 and 1 unless given.
public final class FullRankingBenchmark {
    private static final int BLOCK = 64;
    private static final int SEEN = 50;
    private static final int HELD_OUT = 20;
    private static final int DEEPEST = 100;
    private static final int WARM_UP = 1_000;

    private FullRankingBenchmark() {}

    public static void main(String[] arguments) {
        int users = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int items = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        var names = MetricNames.all().stream()
                .filter(name -> MetricNames.parse(name) instanceof AccuracyMetric)
                .toList();
        var all = MetricNames.accuracy(names, List.of(10, 20, DEEPEST));
        List<AccuracyMetric> one = List.of(new HitRate(DEEPEST));
        for (int warmUp = 0; warmUp < 2; warmUp++) {
            seconds(WARM_UP, items, threads, all);
            seconds(WARM_UP, items, threads, one);
        }
        double fewest = seconds(users, items, threads, one);
        double most = seconds(users, items, threads, all);
        System.out.printf(
                Locale.ROOT,
                "metrics: %.2f s of %.2f s, %.1f %%; heap of at most %d MB, users x items numbers are %d MB%n",
                most - fewest,
                most,
                100 * (most - fewest) / most,
                Runtime.getRuntime().maxMemory() >> 20,
                ((long) users * items * Double.BYTES) >> 20);
    }

    private static double seconds(int users, int items, int threads, List<AccuracyMetric> metrics) {
        var random = new SplittableRandom(1);
        var source = new FactorScores(random, users, items);
        var full = new FullRanking(rows(random, users, items, SEEN), rows(random, users, items, HELD_OUT), metrics);
        long start = System.nanoTime();
        var result = full.evaluate(source, threads, BLOCK);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (users > WARM_UP) {
            System.out.printf(
                    Locale.ROOT,
                    "%d users x %d items, %d threads, %d metrics: %.2f s, scoring %.2f s of all threads (%s)%n",
                    users,
                    items,
                    threads,
                    metrics.size(),
                    seconds,
                    source.secondsOfScoring(),
                    metrics.contains(new Ndcg(10)) ? "nDCG@10 " + result.mean(new Ndcg(10)) : "HR@100 alone");
        }
        return seconds;
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
