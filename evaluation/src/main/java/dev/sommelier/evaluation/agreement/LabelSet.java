package dev.sommelier.evaluation.agreement;

import dev.sommelier.core.Qrels;
import java.util.List;

/// What one judge said: its grades and its failures.
///
/// @param name the judge's name
/// @param labels the pairs that it graded
/// @param failed the pairs that it could not grade; none of them is among the labels
public record LabelSet(String name, Qrels labels, List<FailedLabel> failed) {
    public LabelSet {
        failed = List.copyOf(failed);
    }

    /// A judge that did not fail.
    public LabelSet(String name, Qrels labels) {
        this(name, labels, List.of());
    }
}
