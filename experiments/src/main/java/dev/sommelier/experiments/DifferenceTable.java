package dev.sommelier.experiments;

import dev.sommelier.evaluation.Interval;
import java.util.List;

/// How far each contender is from one of them, user by user.
///
/// The intervals are one by one: they are not widened for the number of comparisons.
///
/// @param reference the contender that all are compared with, such as the agent
/// @param metric the metric that is compared
/// @param users the number of users
/// @param rows one for each other contender
public record DifferenceTable(String reference, String metric, int users, List<Row> rows) {
    public DifferenceTable {
        rows = List.copyOf(rows);
    }

    /// One contender against the reference.
    ///
    /// @param name the contender
    /// @param kind the part it plays
    /// @param difference the contender's value minus the reference's, mean over users
    /// @param better the users for whom the contender has the higher value
    /// @param worse the users for whom the reference has the higher value
    /// @param verdict what may be said
    public record Row(String name, ContenderKind kind, Interval difference, int better, int worse, Verdict verdict) {}
}
