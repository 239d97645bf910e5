package dev.sommelier.evaluation;

/// Checks of paired numbers.
final class Pairs {
    private Pairs() {}

    static void check(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "pairs need equal numbers of values, got " + first.length + " and " + second.length);
        }
        if (first.length == 0) {
            throw new IllegalArgumentException("without a pair the value is undefined; got none");
        }
        checkFinite("first values", first);
        checkFinite("second values", second);
    }

    static void checkFinite(String what, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(what + " must be finite: number " + i + " is " + values[i]);
            }
        }
    }
}
