package dev.sommelier.evaluation.agreement;

import dev.sommelier.evaluation.Interval;
import java.util.Optional;

/// Two label sets compared by one measure over the same resampled topics.
///
/// @param first the set whose value comes first in the difference
/// @param second the other
/// @param measure the measure's name
/// @param difference `first - second` with its interval; absent where the measure is undefined for either
/// @param undefinedResamples the resamples left out because the measure is undefined for either set
public record SetDifference(
        String first, String second, String measure, Optional<Interval> difference, int undefinedResamples) {
    /// Whether the interval leaves out 0.
    public boolean apart() {
        return difference.isPresent() && !difference.get().contains(0);
    }
}
