package dev.sommelier.evaluation.trec;

import dev.sommelier.core.Qrels;
import dev.sommelier.core.Run;
import dev.sommelier.core.TopicJudgments;
import dev.sommelier.core.TopicRun;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/// Evaluates runs against judgements as trec_eval does.
///
/// Immutable; safe for many threads. Topics are computed by two threads and summed in order, so figures do not depend
/// on them.
///
/// ```java
/// var metrics = TrecMetrics.parse(List.of("map", "ndcg_cut.10", "RBP(p=0.8)"));
/// var result = TrecEvaluation.of(qrels, TrecOptions.defaults()).evaluate(run, metrics);
/// ```
public final class TrecEvaluation {
    private final TrecOptions options;
    private final List<TopicJudgments> sorted;

    private TrecEvaluation(Qrels qrels, TrecOptions options) {
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

    /// Begins the evaluation of a run that comes topic by topic.
    public RunEvaluation begin(List<TrecMetric> metrics) {
        return new RunEvaluation(sorted, options, metrics);
    }

    /// The figures of a run, topic by topic and over all.
    ///
    /// @throws dev.sommelier.core.SommelierException if no topic is in both
    public TrecResult evaluate(Run run, List<TrecMetric> metrics) {
        var evaluation = begin(metrics);
        var topics = run.topics();
        var second = new FutureTask<>(() -> everySecond(topics, 1, evaluation.taker()), true);
        Thread.ofPlatform().daemon().name("trec-evaluation").start(second);
        everySecond(topics, 0, evaluation.taker());
        await(second);
        return evaluation.result(
                run.name(), topics.isEmpty() ? "none" : topics.getFirst().topic());
    }

    private static void everySecond(List<TopicRun> topics, int first, Consumer<TopicRun> taker) {
        for (int topic = first; topic < topics.size(); topic += 2) {
            taker.accept(topics.get(topic));
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
}
