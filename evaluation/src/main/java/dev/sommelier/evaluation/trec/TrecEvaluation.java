package dev.sommelier.evaluation.trec;

import dev.sommelier.core.Qrels;
import dev.sommelier.core.Run;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TopicJudgments;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Evaluates runs against judgements as trec_eval does.
///
/// Immutable; safe for many threads. Topics are computed by two threads and summed in order, so figures do not depend
/// on
/// them.
///
/// ```java
/// var metrics = TrecMetrics.parse(List.of("map", "ndcg_cut.10", "RBP(p=0.8)"));
/// var result = TrecEvaluation.of(qrels, TrecOptions.defaults()).evaluate(run, metrics);
/// ```
public final class TrecEvaluation {
    private final Qrels qrels;
    private final TrecOptions options;
    private final List<TopicJudgments> sorted;

    private TrecEvaluation(Qrels qrels, TrecOptions options) {
        this.qrels = qrels;
        this.options = options;
        var topics = new ArrayList<>(qrels.topics());
        topics.sort((a, b) -> Arrays.compareUnsigned(bytes(a.topic()), bytes(b.topic())));
        this.sorted = List.copyOf(topics);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// An evaluation against these judgements.
    public static TrecEvaluation of(Qrels qrels, TrecOptions options) {
        return new TrecEvaluation(qrels, options);
    }

    /// The figures of a run, topic by topic and over all.
    ///
    /// @throws SommelierException if no topic is in both
    public TrecResult evaluate(Run run, List<TrecMetric> metrics) {
        var common = sorted.stream()
                .filter(judgments -> run.topic(judgments.topic()).isPresent())
                .toList();
        if (common.isEmpty()) {
            throw new SommelierException("no topic is in both the qrels (the first is \""
                    + qrels.topics().getFirst().topic() + "\") and the run " + run.name() + " (the first is \""
                    + run.topics().getFirst().topic() + "\"); check that both are of one collection.");
        }
        var topics = options.complete() ? sorted : common;
        var values = new double[metrics.size()][topics.size()];
        var unjudged = new long[topics.size()];
        var second = new FutureTask<>(() -> fill(run, metrics, topics, 1, values, unjudged), true);
        Thread.ofPlatform().daemon().name("trec-evaluation").start(second);
        fill(run, metrics, topics, 0, values, unjudged);
        await(second);
        var summaries = new double[metrics.size()];
        for (int metric = 0; metric < summaries.length; metric++) {
            summaries[metric] = summary(metrics.get(metric).measure().summary(), values[metric]);
        }
        long ranked = common.stream()
                .flatMap(judgments -> run.topic(judgments.topic()).stream())
                .mapToLong(results -> Math.min(results.size(), options.maxDocuments()))
                .sum();
        var leftOut = new LeftOut(
                sorted.size() - common.size(),
                run.topics().size() - common.size(),
                Arrays.stream(unjudged).sum(),
                ranked);
        return new TrecResult(
                run.name(),
                List.copyOf(metrics),
                topics.stream().map(TopicJudgments::topic).toList(),
                values,
                summaries,
                leftOut);
    }

    /// Every second topic, from the first or the second.
    private void fill(
            Run run,
            List<TrecMetric> metrics,
            List<TopicJudgments> topics,
            int first,
            double[][] values,
            long[] unjudged) {
        var ranker = new Ranker(options);
        for (int topic = first; topic < topics.size(); topic += 2) {
            var judgments = topics.get(topic);
            var ranking = ranker.rank(judgments, run.topic(judgments.topic()));
            unjudged[topic] = ranker.unjudged();
            for (int metric = 0; metric < values.length; metric++) {
                var each = metrics.get(metric);
                values[metric][topic] = each.measure().of(ranking, each.level().orElse(options.level()));
            }
        }
    }

    private static void await(FutureTask<Boolean> task) {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a topic could not be evaluated", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were evaluated", e);
        }
    }

    private static double summary(Measure.Summary kind, double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return switch (kind) {
            case SUM -> sum;
            case MEAN -> sum / values.length;
            case GEOMETRIC_MEAN -> Math.exp(sum / values.length);
        };
    }
}
