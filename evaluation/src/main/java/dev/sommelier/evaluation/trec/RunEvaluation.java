package dev.sommelier.evaluation.trec;

import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TopicJudgments;
import dev.sommelier.core.TopicRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// The evaluation of one run that is handed over topic by topic, in any order and by several threads; made by
/// [TrecEvaluation#begin].
///
/// Each topic must come once. Values are kept by topic and summed in order, so figures depend on neither order nor
/// threads.
public final class RunEvaluation {
    private static final int ABSENT = -1;

    private final List<TopicJudgments> judged;
    private final Map<String, Integer> positions = new HashMap<>();
    private final TrecOptions options;
    private final List<TrecMetric> metrics;
    private final double[][] values;
    private final int[] ranked;
    private final int[] unjudged;
    private final AtomicInteger onlyInRun = new AtomicInteger();

    RunEvaluation(List<TopicJudgments> judged, TrecOptions options, List<TrecMetric> metrics) {
        this.judged = judged;
        this.options = options;
        this.metrics = List.copyOf(metrics);
        this.values = new double[metrics.size()][judged.size()];
        this.ranked = new int[judged.size()];
        this.unjudged = new int[judged.size()];
        Arrays.fill(ranked, ABSENT);
        for (var topic : judged) {
            positions.put(topic.topic(), positions.size());
        }
    }

    /// Takes topics, for one thread; keeps nothing of what it is given.
    public Consumer<TopicRun> taker() {
        var ranker = new Ranker(options);
        return run -> {
            var position = positions.get(run.topic());
            if (position == null) {
                onlyInRun.incrementAndGet();
            } else {
                ranked[position] = Math.min(run.size(), options.maxDocuments());
                measure(position, ranker, Optional.of(run));
            }
        };
    }

    private void measure(int topic, Ranker ranker, Optional<TopicRun> run) {
        var ranking = ranker.rank(judged.get(topic), run);
        unjudged[topic] = ranker.unjudged();
        for (int metric = 0; metric < values.length; metric++) {
            var each = metrics.get(metric);
            values[metric][topic] = each.measure().of(ranking, each.level().orElse(options.level()));
        }
    }

    /// The figures, when all topics have been taken and their threads have ended.
    ///
    /// @param run the run's name
    /// @param firstTopic a topic of the run, for the message if none is judged
    /// @throws SommelierException if no topic is in both
    public TrecResult result(String run, String firstTopic) {
        var common = new ArrayList<Integer>();
        long all = 0;
        for (int topic = 0; topic < ranked.length; topic++) {
            if (ranked[topic] != ABSENT) {
                common.add(topic);
                all += ranked[topic];
            }
        }
        if (common.isEmpty()) {
            throw new SommelierException("no topic is in both the qrels (one is \""
                    + judged.getFirst().topic() + "\") and the run " + run + " (one is \"" + firstTopic
                    + "\"); check that both are of one collection.");
        }
        var leftOut = new LeftOut(
                judged.size() - common.size(),
                onlyInRun.get(),
                Arrays.stream(unjudged).sum(),
                all);
        if (options.complete()) {
            var ranker = new Ranker(options);
            for (int topic = 0; topic < ranked.length; topic++) {
                if (ranked[topic] == ABSENT) {
                    measure(topic, ranker, Optional.empty());
                }
            }
        }
        boolean whole = options.complete() || common.size() == judged.size();
        var kept = whole ? values : of(common);
        var summaries = new double[kept.length];
        for (int metric = 0; metric < summaries.length; metric++) {
            summaries[metric] = summary(metrics.get(metric).measure().summary(), kept[metric]);
        }
        var topics = new ArrayList<String>();
        if (whole) {
            judged.forEach(topic -> topics.add(topic.topic()));
        } else {
            common.forEach(topic -> topics.add(judged.get(topic).topic()));
        }
        return new TrecResult(run, metrics, List.copyOf(topics), kept, summaries, leftOut);
    }

    private double[][] of(List<Integer> topics) {
        var kept = new double[values.length][topics.size()];
        for (int metric = 0; metric < values.length; metric++) {
            for (int i = 0; i < topics.size(); i++) {
                kept[metric][i] = values[metric][topics.get(i)];
            }
        }
        return kept;
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
