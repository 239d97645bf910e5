package dev.sommelier.evaluation.recommendation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Measures a model that scores every item: full rankings, no sampled negatives, no users x items matrix.
///
/// ```java
/// var metrics = MetricNames.accuracy(List.of("nDCG", "Recall", "MAP"), List.of(10, 20, 100));
/// var result = new FullRanking(seen, test, metrics).evaluate(source);
/// result.mean(new Ndcg(10));
/// ```
///
/// Seen items are left out, the best items up to the largest cut are kept by a bounded selection (equal scores in
/// catalogue order), and all metrics and cuts look at the hits of one pass over that list. Users without test items are
/// left out and counted; they are not scored on their own but with their block. Results depend neither on the number of
/// threads nor on the block size.
public final class FullRanking {
    private static final int BLOCK = 64;

    private final UserItems seen;
    private final UserItems test;
    private final List<AccuracyMetric> metrics;
    private final int depth;

    /// @param seen items that are not listed, normally those of training
    /// @param test the relevant items with their ratings
    /// @param metrics at least one; the largest cut is the length of the lists
    public FullRanking(UserItems seen, UserItems test, List<AccuracyMetric> metrics) {
        if (metrics.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one metric, got none");
        }
        if (seen.users() != test.users()) {
            throw new IllegalArgumentException("seen and test items must be of the same users, got " + seen.users()
                    + " and " + test.users() + " rows");
        }
        this.seen = seen;
        this.test = test;
        this.metrics = List.copyOf(metrics);
        this.depth = metrics.stream().mapToInt(AccuracyMetric::k).max().orElseThrow();
    }

    /// Measures with a thread for each processor.
    public FullRankingResult evaluate(ScoreSource source) {
        return evaluate(source, Runtime.getRuntime().availableProcessors(), BLOCK);
    }

    /// Measures.
    ///
    /// @param threads at least 1
    /// @param block how many users are scored at once, at least 1; each thread holds `block` rows of scores
    /// @throws IllegalArgumentException if a score is NaN or the source has other users
    public FullRankingResult evaluate(ScoreSource source, int threads, int block) {
        if (source.users() != test.users() || threads < 1 || block < 1) {
            throw new IllegalArgumentException("the source must have " + test.users()
                    + " users, threads and block be at least 1, got " + source.users() + ", " + threads + " and "
                    + block);
        }
        var values = new double[metrics.size()][test.users()];
        var next = new AtomicInteger();
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var workers = new ArrayList<Future<?>>();
            for (int i = 0; i < threads; i++) {
                workers.add(executor.submit(() -> work(source, block, next, values)));
            }
            for (var worker : workers) {
                await(worker);
            }
        }
        var evaluated = IntStream.range(0, test.users())
                .filter(user -> test.count(user) > 0)
                .toArray();
        return new FullRankingResult(metrics, evaluated, values);
    }

    private void work(ScoreSource source, int block, AtomicInteger next, double[][] values) {
        var rows = new double[Math.min(block, source.users())][source.items()];
        int longest = Math.min(depth, source.items());
        var best = new BestItems(longest);
        var list = new int[longest];
        for (int from = next.getAndAdd(block); from < source.users(); from = next.getAndAdd(block)) {
            int size = Math.min(block, source.users() - from);
            source.score(from, size == rows.length ? rows : java.util.Arrays.copyOf(rows, size));
            for (int i = 0; i < size; i++) {
                if (test.count(from + i) > 0) {
                    measure(from + i, rows[i], best, list, values);
                }
            }
        }
    }

    private void measure(int user, double[] scores, BestItems best, int[] list, double[][] values) {
        seen.exclude(user, scores);
        int length = best.pick(scores, list);
        var judged = JudgedList.of(list, length, test, user);
        for (int m = 0; m < values.length; m++) {
            values[m][user] = metrics.get(m).of(judged);
        }
    }

    private static void await(Future<?> worker) {
        try {
            worker.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("scoring failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the evaluation was interrupted", e);
        }
    }
}
