package dev.sommelier.experiments.agreement;

import dev.sommelier.evaluation.Interval;
import dev.sommelier.evaluation.significance.PairedComparison;
import java.util.List;

/// Results compared topic by topic.
///
/// @param metric what the values are
/// @param topics the topics (or users) that all results have
/// @param leftOut the topics that only some of the results have
/// @param results each result in the order given
/// @param pairs every pair of results, in the order (0,1), (0,2), ..., (1,2), ...
/// @param correction how p-values were corrected for the number of pairs
/// @param tukey the p-values of the randomised Tukey HSD test for the same pairs; empty for two results
/// @param level a corrected p-value below it is significant
/// @param statements one sentence for each pair
/// @param resamples of the bootstrap over topics
/// @param seed of everything random
/// @param warnings what a reader must know before believing a figure
public record SignificanceReport(
        String metric,
        List<String> topics,
        List<String> leftOut,
        List<ResultScores> results,
        List<PairedComparison> pairs,
        String correction,
        List<Double> tukey,
        double level,
        List<String> statements,
        int resamples,
        long seed,
        List<String> warnings) {
    public SignificanceReport {
        topics = List.copyOf(topics);
        leftOut = List.copyOf(leftOut);
        results = List.copyOf(results);
        pairs = List.copyOf(pairs);
        tukey = List.copyOf(tukey);
        statements = List.copyOf(statements);
        warnings = List.copyOf(warnings);
    }

    /// One result.
    ///
    /// @param name its file or system
    /// @param mean its mean with the 95 % bootstrap interval over topics
    /// @param scores its value on each topic, in the order of the topics
    public record ResultScores(String name, Interval mean, List<Double> scores) {
        public ResultScores {
            scores = List.copyOf(scores);
        }
    }
}
