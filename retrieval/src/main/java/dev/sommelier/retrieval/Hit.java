package dev.sommelier.retrieval;

import dev.sommelier.core.IdList;
import dev.sommelier.core.TopicRun;
import java.util.List;
import java.util.Optional;

/// A found document.
record Hit(String document, double score) {
    /// A topic's results, best first; absent without hits.
    static Optional<TopicRun> run(String topic, List<Hit> hits) {
        return hits.isEmpty()
                ? Optional.empty()
                : Optional.of(new TopicRun(
                        topic,
                        IdList.of(hits.stream().map(Hit::document).toList()),
                        hits.stream().mapToDouble(Hit::score).toArray()));
    }
}
