package dev.sommelier.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Relevance judgements: for each topic the judged documents and their grades. A human assessor's file and an LLM's
/// file
/// are both of this kind.
public final class Qrels {
    private final Map<String, TopicJudgments> byTopic;

    /// @param topics with distinct topic identifiers; their order is kept
    public Qrels(List<TopicJudgments> topics) {
        var map = new LinkedHashMap<String, TopicJudgments>();
        for (var judgments : topics) {
            if (map.put(judgments.topic(), judgments) != null) {
                throw new IllegalArgumentException("topic \"" + judgments.topic() + "\" appears twice");
            }
        }
        this.byTopic = Collections.unmodifiableMap(map);
    }

    /// Judgements that were gathered pair by pair.
    ///
    /// @param grades by topic and document, both in the order to keep
    public static Qrels of(Map<String, ? extends Map<String, Integer>> grades) {
        return new Qrels(grades.entrySet().stream()
                .map(topic -> new TopicJudgments(
                        topic.getKey(),
                        IdList.of(List.copyOf(topic.getValue().keySet())),
                        topic.getValue().values().stream()
                                .mapToInt(Integer::intValue)
                                .toArray()))
                .toList());
    }

    /// The topics in order.
    public List<TopicJudgments> topics() {
        return List.copyOf(byTopic.values());
    }

    /// One topic's judgements.
    public Optional<TopicJudgments> topic(String topic) {
        return Optional.ofNullable(byTopic.get(topic));
    }

    /// The number of judgements over all topics.
    public long size() {
        return byTopic.values().stream().mapToLong(TopicJudgments::size).sum();
    }
}
