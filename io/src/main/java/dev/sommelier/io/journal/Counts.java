package dev.sommelier.io.journal;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// How far a job is.
///
/// @param wanted how many positions are to be worked on, from the first
/// @param done units with a result
/// @param failed units without one
/// @param leased batches that are worked on, or that a dead worker left
/// @param causes failures by kind
public record Counts(long wanted, long done, long failed, long leased, Map<String, Long> causes) {
    public Counts {
        causes = Collections.unmodifiableMap(new TreeMap<>(causes));
    }

    /// Wanted units without an outcome.
    public long pending() {
        return wanted - done - failed;
    }
}
