package dev.sommelier.evaluation.significance;

import java.util.List;
import java.util.stream.IntStream;

/// Scores of systems on topics.
///
/// Immutable as long as the arrays handed over are left alone.
public final class ScoreTable {
    private final List<String> systems;
    private final List<String> topics;
    private final double[][] scores;

    /// @param systems distinct names; measures that need an order without ties use this one
    /// @param topics the topics that all systems have
    /// @param scores systems x topics, finite, not copied
    public ScoreTable(List<String> systems, List<String> topics, double[][] scores) {
        this.systems = List.copyOf(systems);
        this.topics = List.copyOf(topics);
        this.scores = scores;
        if (scores.length != systems.size()) {
            throw new IllegalArgumentException(
                    "every system needs scores, got " + systems.size() + " systems and " + scores.length + " rows");
        }
        for (int s = 0; s < scores.length; s++) {
            if (scores[s].length != topics.size()) {
                throw new IllegalArgumentException("system " + systems.get(s) + ": every topic needs a score, got "
                        + topics.size() + " topics and " + scores[s].length + " scores");
            }
            for (double score : scores[s]) {
                if (!Double.isFinite(score)) {
                    throw new IllegalArgumentException(
                            "system " + systems.get(s) + ": scores must be finite, got " + score);
                }
            }
        }
    }

    /// The systems in order.
    public List<String> systems() {
        return systems;
    }

    /// The topics in order.
    public List<String> topics() {
        return topics;
    }

    /// A copy of one system's scores, topic by topic.
    public double[] scores(int system) {
        return scores[system].clone();
    }

    /// All systems' scores on one topic.
    public double[] topic(int topic) {
        return IntStream.range(0, scores.length)
                .mapToDouble(s -> scores[s][topic])
                .toArray();
    }

    /// Each system's mean over the topics.
    public double[] means() {
        return IntStream.range(0, scores.length)
                .mapToDouble(s -> Moments.of(scores[s]).mean())
                .toArray();
    }

    /// The differences `first - second`, topic by topic.
    public double[] differences(int first, int second) {
        return IntStream.range(0, topics.size())
                .mapToDouble(t -> scores[first][t] - scores[second][t])
                .toArray();
    }
}
