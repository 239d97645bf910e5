package dev.sommelier.agent;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts repairs by cause.
final class RepairCounts {
    private final Map<Repair, Integer> counts = new EnumMap<>(Repair.class);

    void add(Repair repair, int count) {
        if (count > 0) {
            counts.merge(repair, count, Integer::sum);
        }
    }

    Map<String, Integer> byLabel() {
        var labels = new LinkedHashMap<String, Integer>();
        counts.forEach((repair, count) -> labels.put(repair.label(), count));
        return labels;
    }
}
