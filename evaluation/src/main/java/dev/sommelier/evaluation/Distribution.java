package dev.sommelier.evaluation;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/// A statistic's value and the values that it took in resamples.
///
/// A statistic may be undefined for a resample, as kappa is when all drawn pairs have one grade; such resamples are
/// left
/// out and counted.
public final class Distribution {
    private final double value;
    private final double[] sorted;
    private final int undefined;
    private final int n;

    /// @param value the whole sample's, NaN if undefined
    /// @param resampled NaN where undefined
    /// @param n the number of units
    Distribution(double value, double[] resampled, int n) {
        this.value = value;
        this.sorted =
                Arrays.stream(resampled).filter(v -> !Double.isNaN(v)).sorted().toArray();
        this.undefined = resampled.length - sorted.length;
        this.n = n;
    }

    /// The whole sample's value, absent if undefined.
    public OptionalDouble value() {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /// How many resamples left the statistic undefined.
    public int undefined() {
        return undefined;
    }

    /// The 95 % percentile interval over the resamples that have a value; absent if the whole sample has none or less
    /// than half of the resamples do.
    public Optional<Interval> interval() {
        return Double.isNaN(value) || sorted.length <= undefined ? Optional.empty() : Optional.of(toInterval());
    }

    Interval toInterval() {
        double tail = (1 - Bootstrap.CONFIDENCE) / 2;
        return new Interval(value, percentile(tail), percentile(1 - tail), Bootstrap.CONFIDENCE, n);
    }

    private double percentile(double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
