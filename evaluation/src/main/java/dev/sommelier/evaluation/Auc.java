package dev.sommelier.evaluation;

import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Area under the ROC curve: how often a positive example is predicted higher than a negative one, ties counting half.
///
/// `(pairs in right order + tied pairs / 2) / (positives * negatives)`, over all pairs of a positive and a negative
/// example. From 0 to 1, 0.5 is chance. Undefined when all examples are of one class. Source: Hanley and McNeil, *The
/// meaning and use of the area under a receiver operating characteristic (ROC) curve*, Radiology 1982,
/// [doi:10.1148/radiology.143.1.7063747](https://doi.org/10.1148/radiology.143.1.7063747).
public final class Auc {
    private Auc() {}

    /// The area where an example is positive if its true value is at least `threshold`; empty when all are positive or
    /// none is.
    ///
    /// @throws IllegalArgumentException if there is no pair, the lengths differ or a value is not finite
    public static OptionalDouble of(double[] truth, double[] predicted, double threshold) {
        Pairs.check(truth, predicted);
        var order = IntStream.range(0, truth.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> predicted[i]))
                .toList();
        long positives = 0;
        long negatives = 0;
        double ordered = 0;
        for (int from = 0; from < order.size(); ) {
            long tiedPositives = 0;
            long tiedNegatives = 0;
            int to = from;
            while (to < order.size() && predicted[order.get(to)] == predicted[order.get(from)]) {
                if (truth[order.get(to++)] >= threshold) {
                    tiedPositives++;
                } else {
                    tiedNegatives++;
                }
            }
            ordered += tiedPositives * (negatives + 0.5 * tiedNegatives);
            positives += tiedPositives;
            negatives += tiedNegatives;
            from = to;
        }
        return positives == 0 || negatives == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(ordered / ((double) positives * negatives));
    }
}
