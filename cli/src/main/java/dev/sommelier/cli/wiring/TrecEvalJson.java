package dev.sommelier.cli.wiring;

import dev.sommelier.evaluation.trec.LeftOut;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A run's figures in the form that is written as JSON.
///
/// @param run the run's name
/// @param file where it was read
/// @param summary each metric's figure over all topics
/// @param topics each topic's values, if they were asked for
/// @param leftOut what was not seen
public record TrecEvalJson(
        String run,
        String file,
        Map<String, Double> summary,
        Map<String, Map<String, Double>> topics,
        LeftOut leftOut) {
    /// All runs.
    public static List<TrecEvalJson> of(List<TrecEvalJob.Evaluated> runs, boolean perTopic) {
        return runs.stream().map(run -> of(run, perTopic)).toList();
    }

    private static TrecEvalJson of(TrecEvalJob.Evaluated evaluated, boolean perTopic) {
        var result = evaluated.result();
        var summary = new LinkedHashMap<String, Double>();
        var topics = new LinkedHashMap<String, Map<String, Double>>();
        for (int metric = 0; metric < result.metrics().size(); metric++) {
            var name = result.metrics().get(metric).name();
            summary.put(name, result.summary(metric));
            for (int topic = 0; perTopic && topic < result.topics().size(); topic++) {
                if (TrecEvalText.printedPerTopic(result, metric)) {
                    topics.computeIfAbsent(result.topics().get(topic), key -> new LinkedHashMap<>())
                            .put(name, result.value(metric, topic));
                }
            }
        }
        return new TrecEvalJson(result.run(), evaluated.file().toString(), summary, topics, result.leftOut());
    }
}
