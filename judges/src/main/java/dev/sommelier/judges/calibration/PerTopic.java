package dev.sommelier.judges.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// How a signal is made comparable between topics before anything is fitted. All but [#NONE] look at the signals of a
/// topic's other pairs, never at labels, and so need them together: a pair alone has no place among others.
///
/// A topic's mean likelihood says how long and odd its query is, not how relevant its documents are.
public enum PerTopic {
    /// As measured.
    NONE,
    /// The topic's mean is taken off.
    CENTRE,
    /// The topic's mean is taken off and its standard deviation divided by (left as it is where it is 0).
    SCALE,
    /// The log-odds of the share of the topic's pairs below it, equal ones counting half.
    RANK;

    /// What results and files call it.
    public String words() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The pairs with signals that can be compared between topics, in the same order.
    public List<LabelledPair> apply(List<LabelledPair> pairs) {
        if (this == NONE) {
            return List.copyOf(pairs);
        }
        Map<String, List<Integer>> byTopic = new LinkedHashMap<>();
        for (int i = 0; i < pairs.size(); i++) {
            byTopic.computeIfAbsent(pairs.get(i).topic(), topic -> new ArrayList<>())
                    .add(i);
        }
        var result = new ArrayList<>(pairs);
        for (var rows : byTopic.values()) {
            var standard = rows(rows.stream()
                    .map(row -> CalibrationFit.values(pairs.get(row)))
                    .toList());
            for (int n = 0; n < rows.size(); n++) {
                var pair = pairs.get(rows.get(n));
                result.set(
                        rows.get(n),
                        new LabelledPair(
                                pair.topic(),
                                pair.document(),
                                Arrays.stream(standard.get(n)).boxed().toList(),
                                pair.position()));
            }
        }
        return List.copyOf(result);
    }

    /// The same for the signals of one topic's pairs.
    ///
    /// @param topic pairs x signals
    public List<double[]> rows(List<double[]> topic) {
        if (this == NONE || topic.isEmpty()) {
            return List.copyOf(topic);
        }
        var result = topic.stream().map(double[]::clone).toList();
        for (int j = 0; j < topic.getFirst().length; j++) {
            int signal = j;
            double[] column = topic.stream().mapToDouble(row -> row[signal]).toArray();
            double[] standard = column(column);
            for (int n = 0; n < standard.length; n++) {
                result.get(n)[j] = standard[n];
            }
        }
        return result;
    }

    private double[] column(double[] values) {
        if (this == RANK) {
            return ranks(values);
        }
        double mean = Arrays.stream(values).sum() / values.length;
        double deviation = Math.sqrt(Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / values.length);
        double by = this == SCALE && deviation > 0 ? deviation : 1;
        return Arrays.stream(values).map(value -> (value - mean) / by).toArray();
    }

    private static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        var places = new LinkedHashMap<Double, double[]>();
        IntStream.range(0, sorted.length).forEach(i -> {
            var place = places.computeIfAbsent(sorted[i], value -> new double[] {i, 0});
            place[1] = i + 1;
        });
        return Arrays.stream(values)
                .map(value -> {
                    var place = places.getOrDefault(value, new double[] {0, sorted.length});
                    // Half a pair on both sides keeps the first and the last finite.
                    double share = ((place[0] + place[1]) / 2 + .5) / (sorted.length + 1);
                    return Math.log(share / (1 - share));
                })
                .toArray();
    }
}
