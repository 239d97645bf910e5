package dev.sommelier.experiments.judging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// Collects the pairs on which judge and human differ and picks those worth reading: the most confident, but of no
/// topic
/// more than a fifth while other topics have some. One odd topic would fill the whole list otherwise.
///
/// Holds at most as many pairs of a topic as are wanted in all. Not safe for use by several threads.
final class Contested {
    private static final int LEAST_TOPICS = 5;

    private final int most;
    private final Map<String, PriorityQueue<Disagreement>> topics = new LinkedHashMap<>();

    /// @param most how many are wanted
    Contested(int most) {
        this.most = most;
    }

    void add(Disagreement pair) {
        if (most > 0) {
            var worst =
                    topics.computeIfAbsent(pair.topic(), topic -> new PriorityQueue<>(Disagreement.ORDER.reversed()));
            worst.add(pair);
            if (worst.size() > most) {
                worst.remove();
            }
        }
    }

    /// Those worth reading, most confident first.
    List<Disagreement> chosen() {
        var all = topics.values().stream()
                .flatMap(PriorityQueue::stream)
                .sorted(Disagreement.ORDER)
                .toList();
        int share = Math.ceilDiv(most, LEAST_TOPICS);
        var taken = new HashMap<String, Integer>();
        var first = new ArrayList<Disagreement>();
        var rest = new ArrayList<Disagreement>();
        for (var pair : all) {
            boolean fits = taken.merge(pair.topic(), 1, Integer::sum) <= share;
            (fits ? first : rest).add(pair);
        }
        first.addAll(rest);
        return first.stream().limit(most).sorted(Disagreement.ORDER).toList();
    }
}
