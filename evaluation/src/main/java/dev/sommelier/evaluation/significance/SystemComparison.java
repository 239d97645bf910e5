package dev.sommelier.evaluation.significance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Every pair of systems tested under human labels and under other labels.
///
/// @param test the test with its correction
/// @param level a corrected p-value below it is significant
/// @param all what became of all pairs
/// @param top what became of the pairs among the best systems under human labels, by the same decisions
/// @param k how many systems are in the top
/// @param pairs every pair
public record SystemComparison(
        String test, double level, Preservation all, Preservation top, int k, List<SystemPair> pairs) {
    public SystemComparison {
        pairs = List.copyOf(pairs);
    }

    /// One pair of systems under both sets of labels; differences are `first - second`.
    public record SystemPair(
            String first,
            String second,
            double humanDifference,
            double labelDifference,
            double humanP,
            double labelP,
            PairClass kind) {}

    /// Tests every pair. Each set of labels may have its own topics; the systems are those of both in the same order.
    ///
    /// @param test how pairs are tested and corrected
    /// @param level such as .05
    /// @param k how many systems are the top
    public static SystemComparison of(ScoreTable human, ScoreTable label, FamilyTest test, double level, int k) {
        if (!human.systems().equals(label.systems())) {
            throw new IllegalArgumentException("both sets of labels need the same systems in the same order");
        }
        var humanP = test.adjusted(human);
        var labelP = test.adjusted(label);
        var humanMeans = human.means();
        var labelMeans = label.means();
        var best = IntStream.range(0, humanMeans.length)
                .boxed()
                .sorted((i, j) -> Double.compare(humanMeans[j], humanMeans[i]))
                .limit(k)
                .collect(Collectors.toSet());
        var pairs = new ArrayList<SystemPair>();
        var top = new ArrayList<SystemPair>();
        for (int i = 0; i < humanMeans.length; i++) {
            for (int j = i + 1; j < humanMeans.length; j++) {
                int at = pairs.size();
                double humanDifference = humanMeans[i] - humanMeans[j];
                double labelDifference = labelMeans[i] - labelMeans[j];
                var pair = new SystemPair(
                        human.systems().get(i),
                        human.systems().get(j),
                        humanDifference,
                        labelDifference,
                        humanP[at],
                        labelP[at],
                        PairClass.of(
                                humanP[at] < level,
                                labelP[at] < level,
                                Math.signum(humanDifference) == Math.signum(labelDifference)));
                pairs.add(pair);
                if (best.containsAll(Arrays.asList(i, j))) {
                    top.add(pair);
                }
            }
        }
        return new SystemComparison(
                test.name(),
                level,
                Preservation.of(pairs, level),
                Preservation.of(top, level),
                Math.min(k, humanMeans.length),
                pairs);
    }
}
