package dev.sommelier.judges.calibration;

import java.util.ArrayList;
import java.util.List;

/// Whether probabilities mean what they say: in bins of equal width, the mean probability beside the share of pairs for
/// which it came true, and their mean absolute difference weighted by size (expected calibration error, 0 is best).
///
/// Source: Guo et al., *On calibration of modern neural networks*, ICML 2017, arXiv 1706.04599.
///
/// @param bins the bins that hold pairs, lowest probability first
/// @param error the expected calibration error
public record Reliability(List<Bin> bins, double error) {
    private static final int BINS = 10;

    /// One bin.
    ///
    /// @param pairs how many
    /// @param probability their mean probability
    /// @param share how many of them came true, 0 to 1
    public record Bin(int pairs, double probability, double share) {}

    public Reliability {
        bins = List.copyOf(bins);
    }

    /// @param probabilities from 0 to 1, at least one
    /// @param truth whether each came true
    public static Reliability of(double[] probabilities, boolean[] truth) {
        var counts = new int[BINS];
        var sums = new double[BINS];
        var hits = new int[BINS];
        for (int i = 0; i < probabilities.length; i++) {
            int bin = Math.clamp((long) (probabilities[i] * BINS), 0, BINS - 1);
            counts[bin]++;
            sums[bin] += probabilities[i];
            hits[bin] += truth[i] ? 1 : 0;
        }
        var bins = new ArrayList<Bin>();
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                var filled = new Bin(counts[bin], sums[bin] / counts[bin], (double) hits[bin] / counts[bin]);
                bins.add(filled);
                error += Math.abs(filled.probability() - filled.share()) * counts[bin] / probabilities.length;
            }
        }
        return new Reliability(bins, error);
    }
}
