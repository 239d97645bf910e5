package dev.sommelier.experiments.agreement;

import dev.sommelier.core.SommelierException;
import dev.sommelier.evaluation.significance.ScoreTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Scores by system and topic, with the name of where they come from.
///
/// @param name the file
/// @param scores by system, then by topic, both in the file's order
public record NamedScores(String name, Map<String, Map<String, Double>> scores) {
    public NamedScores {
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }

    /// The scores of some systems on the topics that all of them have.
    ///
    /// @param systems that are here
    /// @param warnings receives a sentence where topics had to be left out
    /// @throws SommelierException with fewer than two such topics
    public ScoreTable table(List<String> systems, List<String> warnings) {
        var seen = new LinkedHashMap<String, Integer>();
        for (var system : systems) {
            scoresOf(system).keySet().forEach(topic -> seen.merge(topic, 1, Integer::sum));
        }
        var topics = seen.entrySet().stream()
                .filter(topic -> topic.getValue() == systems.size())
                .map(Map.Entry::getKey)
                .toList();
        if (topics.size() < 2) {
            throw new SommelierException(name + ": the " + systems.size() + " systems have " + topics.size()
                    + " topics in common; a comparison needs at least two.");
        }
        if (topics.size() < seen.size()) {
            warnings.add(name + ": " + (seen.size() - topics.size())
                    + " topics that not all systems have are left out; " + topics.size() + " are compared.");
        }
        var values = new double[systems.size()][topics.size()];
        for (int s = 0; s < values.length; s++) {
            var row = scoresOf(systems.get(s));
            for (int t = 0; t < topics.size(); t++) {
                values[s][t] = row.getOrDefault(topics.get(t), Double.NaN);
            }
        }
        return new ScoreTable(systems, topics, values);
    }

    private Map<String, Double> scoresOf(String system) {
        return scores.getOrDefault(system, Map.of());
    }
}
