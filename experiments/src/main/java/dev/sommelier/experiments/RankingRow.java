package dev.sommelier.experiments;

import dev.sommelier.evaluation.Interval;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One contender's line of a [RankingTable].
///
/// @param name the contender's name
/// @param kind the part it plays
/// @param parameters what it was made with
/// @param metrics the mean over all users, failed ones as 0, with its bootstrap interval, by metric name
/// @param coverage the share of the catalogue that appears in at least one list; grows with the number of users
/// @param cost what the answers cost
/// @param failed the users whose run failed
/// @param failures how many users failed, by cause
/// @param repairs what was mended, by cause
public record RankingRow(
        String name,
        ContenderKind kind,
        String parameters,
        Map<String, Interval> metrics,
        double coverage,
        Cost cost,
        int failed,
        Map<String, Integer> failures,
        Map<String, RepairCount> repairs) {
    public RankingRow {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
        repairs = Collections.unmodifiableMap(new LinkedHashMap<>(repairs));
    }

    /// The figure of one metric.
    ///
    /// @throws IllegalArgumentException if the metric was not measured
    public Interval metric(String metric) {
        var interval = metrics.get(metric);
        if (interval == null) {
            throw new IllegalArgumentException("no metric \"" + metric + "\", measured were " + metrics.keySet());
        }
        return interval;
    }

    /// The share of users in whose run something was mended for this cause, 0 to 1.
    public double repairedShare(String cause) {
        var count = repairs.get(cause);
        return count == null || cost.answers() == 0 ? 0 : (double) count.users() / cost.answers();
    }
}
