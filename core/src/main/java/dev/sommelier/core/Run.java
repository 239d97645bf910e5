package dev.sommelier.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A system's results for many topics.
public final class Run {
    private final String name;
    private final Map<String, TopicRun> byTopic;

    /// @param name the system's name, such as the run tag of a TREC file
    /// @param topics with distinct topic identifiers; their order is kept
    public Run(String name, List<TopicRun> topics) {
        var map = new LinkedHashMap<String, TopicRun>();
        for (var retrieved : topics) {
            if (map.put(retrieved.topic(), retrieved) != null) {
                throw new IllegalArgumentException("topic \"" + retrieved.topic() + "\" appears twice");
            }
        }
        this.name = name;
        this.byTopic = Collections.unmodifiableMap(map);
    }

    /// The system's name.
    public String name() {
        return name;
    }

    /// The topics in order.
    public List<TopicRun> topics() {
        return List.copyOf(byTopic.values());
    }

    /// One topic's results.
    public Optional<TopicRun> topic(String topic) {
        return Optional.ofNullable(byTopic.get(topic));
    }
}
