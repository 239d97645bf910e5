package dev.sommelier.retrieval;

import dev.sommelier.core.Run;
import dev.sommelier.core.TopicRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Joins runs by the sum of `1 / (60 + rank)`: Cormack, Clarke and Buettcher, *Reciprocal rank fusion*, SIGIR 2009,
/// [doi:10.1145/1571941.1572114](https://doi.org/10.1145/1571941.1572114).
public final class Fusion {
    private static final double CONSTANT = 60;

    private Fusion() {}

    /// @param runs whose topics list documents best first
    /// @param depth the most documents a topic, at least 1
    public static Run reciprocalRank(String name, List<Run> runs, int depth) {
        var topics = new LinkedHashSet<String>();
        runs.forEach(run -> run.topics().forEach(topic -> topics.add(topic.topic())));
        var joined = new ArrayList<TopicRun>();
        for (var topic : topics) {
            var sums = new LinkedHashMap<String, Double>();
            for (var run : runs) {
                run.topic(topic).ifPresent(found -> add(found, sums));
            }
            var hits = sums.entrySet().stream()
                    .map(entry -> new Hit(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparingDouble(Hit::score).reversed())
                    .limit(depth)
                    .toList();
            Hit.run(topic, hits).ifPresent(joined::add);
        }
        return new Run(name, joined);
    }

    private static void add(TopicRun found, Map<String, Double> sums) {
        for (int i = 0; i < found.size(); i++) {
            sums.merge(found.documents().get(i), 1 / (CONSTANT + i + 1), Double::sum);
        }
    }
}
