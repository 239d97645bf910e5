package dev.sommelier.retrieval;

import dev.sommelier.core.Run;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// What several runs found, to be judged.
///
/// @param documents the documents of each topic, in the order in which runs and ranks bring them
public record Pool(Map<String, SequencedSet<String>> documents) {
    public Pool {
        documents = Collections.unmodifiableMap(new LinkedHashMap<>(documents));
    }

    /// @param runs whose topics list documents best first
    /// @param depth how many documents of each run and topic enter, at least 1
    public static Pool of(List<Run> runs, int depth) {
        if (depth < 1) {
            throw new IllegalArgumentException("a pool's depth is at least 1, got " + depth);
        }
        var pooled = new LinkedHashMap<String, SequencedSet<String>>();
        for (var run : runs) {
            for (var topic : run.topics()) {
                var documents = pooled.computeIfAbsent(topic.topic(), id -> new LinkedHashSet<>());
                for (int i = 0; i < Math.min(depth, topic.size()); i++) {
                    documents.add(topic.documents().get(i));
                }
            }
        }
        return new Pool(pooled);
    }

    /// The number of pairs.
    public int size() {
        return documents.values().stream().mapToInt(SequencedSet::size).sum();
    }
}
