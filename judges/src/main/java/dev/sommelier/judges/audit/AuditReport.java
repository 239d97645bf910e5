package dev.sommelier.judges.audit;

import dev.sommelier.core.Usage;
import dev.sommelier.evaluation.Interval;
import java.util.List;
import java.util.Optional;

/// What an audit found.
///
/// @param method the judge's method
/// @param pairs the size of the sample
/// @param topics how many topics it has
/// @param rows one for each probe
/// @param usage what all judgements cost
public record AuditReport(String method, int pairs, int topics, List<Row> rows, Usage usage) {
    public AuditReport {
        rows = List.copyOf(rows);
    }

    /// One probe. Intervals take the pairs as independent.
    ///
    /// @param group what kind of weakness it tests
    /// @param probe the change in a word or two
    /// @param what the change and against what its grade is compared
    /// @param compared the pairs that were graded in both forms
    /// @param failed the pairs that were not
    /// @param flips the share of compared pairs whose grade changed; empty without compared pairs
    /// @param up the share whose grade rose
    /// @param shift the mean change of the grade; empty without compared pairs
    public record Row(
            String group,
            String probe,
            String what,
            int compared,
            int failed,
            Optional<Interval> flips,
            Optional<Interval> up,
            Optional<Interval> shift) {}
}
