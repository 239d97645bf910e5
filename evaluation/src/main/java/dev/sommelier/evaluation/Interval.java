package dev.sommelier.evaluation;

/// A mean with its confidence interval.
///
/// @param mean the value itself, over all users
/// @param low the lower end
/// @param high the upper end
/// @param confidence the share of intervals that should hold the true value, such as 0.95
/// @param n the number of users (or rating pairs) behind it
public record Interval(double mean, double low, double high, double confidence, int n) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("low must be at most high, got " + low + " and " + high);
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be between 0 and 1, got " + confidence);
        }
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, got " + n);
        }
    }

    /// Whether a value lies within, ends included.
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
