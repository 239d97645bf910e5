package dev.sommelier.judges.job;

import dev.sommelier.core.Judgment;
import java.util.List;

/// Hears of each batch that was committed. Called by several threads.
@FunctionalInterface
public interface JobProgress {
    /// @param pairs the batch
    /// @param judgments one for each pair
    void committed(List<PlannedPair> pairs, List<Judgment> judgments);
}
