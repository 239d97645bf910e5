package dev.sommelier.evaluation.significance;

/// What a test says.
///
/// @param test the test's name
/// @param method how the p-value was computed, such as `exact`
/// @param statistic the test statistic, in the test's own unit
/// @param p the two-sided p-value
public record TestResult(String test, String method, double statistic, double p) {
    public TestResult {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a p-value must be from 0 to 1, got " + p);
        }
    }
}
