package dev.sommelier.agent;

import dev.sommelier.core.Usage;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What many runs come to.
///
/// @param runs the number of users, failed ones included
/// @param failed the users without a result
/// @param padded the users whose list holds at least one item of the base recommender
/// @param relaxed the users for whom at least one constraint was relaxed
/// @param items the items of all lists
/// @param usage what all model calls cost
/// @param repairs counts by the label of [Repair], in the order of that enum; only causes that occurred
/// @param time the wall time of all runs, added up
/// @param ownTime the wall time of everything but model calls
public record RunTotals(
        int runs,
        int failed,
        int padded,
        int relaxed,
        int items,
        Usage usage,
        Map<String, Integer> repairs,
        Duration time,
        Duration ownTime) {
    /// Adds runs up.
    public static RunTotals of(List<AgentRun> runs) {
        var counts = new EnumMap<Repair, Integer>(Repair.class);
        for (var run : runs) {
            for (var repair : Repair.values()) {
                counts.merge(repair, run.count(repair), Integer::sum);
            }
        }
        var repairs = new LinkedHashMap<String, Integer>();
        counts.forEach((repair, count) -> {
            if (count > 0) {
                repairs.put(repair.label(), count);
            }
        });
        return new RunTotals(
                runs.size(),
                (int) runs.stream().filter(run -> run.failure().isPresent()).count(),
                (int) runs.stream().filter(run -> run.count(Repair.PADDED) > 0).count(),
                (int) runs.stream().filter(run -> run.count(Repair.RELAXED) > 0).count(),
                runs.stream().mapToInt(run -> run.list().entries().size()).sum(),
                runs.stream().map(AgentRun::usage).reduce(Usage.NONE, Usage::plus),
                repairs,
                runs.stream().map(AgentRun::time).reduce(Duration.ZERO, Duration::plus),
                runs.stream().map(AgentRun::ownTime).reduce(Duration.ZERO, Duration::plus));
    }

    /// How often a cause occurred in all runs.
    public int count(Repair repair) {
        return repairs.getOrDefault(repair.label(), 0);
    }

    /// The share of the runs' time that is not the model's, 0 to 1; 0 without time.
    public double ownShare() {
        return time.isZero() ? 0 : (double) ownTime.toNanos() / time.toNanos();
    }
}
