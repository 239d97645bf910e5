package dev.sommelier.agent;

import dev.sommelier.core.RankedList;
import dev.sommelier.core.Usage;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that happened for one user.
///
/// @param user the user
/// @param history the items the model was shown, as titles with ratings where there are any, oldest first
/// @param list the result; empty when the run failed, which counts as a miss
/// @param origins for each list item the calls that found it; `base` for a padded one
/// @param failure why there is no result, where there is none
/// @param trace the questions in order, as far as the run came
/// @param usage what all model calls cost
/// @param repairs counts by the label of [Repair], in the order of that enum; only causes that occurred
/// @param time the wall time of the whole run
/// @param ownTime the wall time of everything but model calls
public record AgentRun(
        String user,
        List<String> history,
        RankedList list,
        Map<String, List<String>> origins,
        Optional<String> failure,
        List<TraceStep> trace,
        Usage usage,
        Map<String, Integer> repairs,
        Duration time,
        Duration ownTime) {
    public AgentRun {
        history = List.copyOf(history);
        origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
        trace = List.copyOf(trace);
        repairs = Collections.unmodifiableMap(new LinkedHashMap<>(repairs));
    }

    /// How often a cause occurred.
    public int count(Repair repair) {
        return repairs.getOrDefault(repair.label(), 0);
    }
}
