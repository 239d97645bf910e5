package dev.sommelier.datasets.trec;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Counts of what was unusual, with the first place of each.
final class Oddities {
    private static final class Count {
        private long times;
        private int first = Integer.MAX_VALUE;

        void add(long more, int offset) {
            times += more;
            first = Math.min(first, offset);
        }
    }

    private final Map<Oddity, Count> counts = new EnumMap<>(Oddity.class);

    void add(Oddity oddity, int offset) {
        counts.computeIfAbsent(oddity, key -> new Count()).add(1, offset);
    }

    void add(Oddities others) {
        others.counts.forEach((oddity, count) ->
                counts.computeIfAbsent(oddity, key -> new Count()).add(count.times, count.first));
    }

    boolean none() {
        return counts.isEmpty();
    }

    List<CountedWarning> warnings(TrecText text) {
        return counts.entrySet().stream()
                .map(entry ->
                        new CountedWarning(entry.getKey(), entry.getValue().times, text.line(entry.getValue().first)))
                .toList();
    }
}
