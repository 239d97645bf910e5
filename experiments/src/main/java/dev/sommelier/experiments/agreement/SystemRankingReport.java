package dev.sommelier.experiments.agreement;

import dev.sommelier.evaluation.significance.SystemComparison;
import java.util.List;
import java.util.OptionalDouble;

/// Whether labels rank systems as a human does, and keep what the human's labels can tell apart.
///
/// @param human where the human's scores come from
/// @param label where the other scores come from
/// @param metric what the scores are
/// @param humanTopics the topics of the human's scores; means are over these
/// @param labelTopics the topics of the other scores; means are over these
/// @param systems each system's scores, in the order of their names
/// @param correlations how far both order the systems alike; ties, where an order needs none, by name
/// @param k how many systems, the best under human labels, are the top
/// @param largestRankChange the most places that a system moves
/// @param comparisons every pair of systems tested under both, for each test
/// @param perTopic how far both order the systems alike on each topic that both have
/// @param warnings what a reader must know before believing a figure
public record SystemRankingReport(
        String human,
        String label,
        String metric,
        List<String> humanTopics,
        List<String> labelTopics,
        List<SystemScores> systems,
        List<Correlation> correlations,
        int k,
        int largestRankChange,
        List<SystemComparison> comparisons,
        List<TopicTau> perTopic,
        List<String> warnings) {
    public SystemRankingReport {
        humanTopics = List.copyOf(humanTopics);
        labelTopics = List.copyOf(labelTopics);
        systems = List.copyOf(systems);
        correlations = List.copyOf(correlations);
        comparisons = List.copyOf(comparisons);
        perTopic = List.copyOf(perTopic);
        warnings = List.copyOf(warnings);
    }

    /// A system under both sets of labels.
    ///
    /// @param name the system
    /// @param humanMean its mean under human labels
    /// @param labelMean its mean under the other labels
    /// @param humanRank its rank under human labels, from 1
    /// @param labelRank its rank under the other labels, from 1
    /// @param humanScores its score on each of the human's topics
    /// @param labelScores its score on each of the other labels' topics
    public record SystemScores(
            String name,
            double humanMean,
            double labelMean,
            int humanRank,
            int labelRank,
            List<Double> humanScores,
            List<Double> labelScores) {
        public SystemScores {
            humanScores = List.copyOf(humanScores);
            labelScores = List.copyOf(labelScores);
        }
    }

    /// One rank correlation.
    ///
    /// @param measure its name
    /// @param all over all systems; absent if undefined
    /// @param top over the top systems; absent if undefined
    public record Correlation(String measure, OptionalDouble all, OptionalDouble top) {}

    /// Kendall's tau-b of the systems' scores on one topic; absent if undefined.
    public record TopicTau(String topic, OptionalDouble tau) {}
}
