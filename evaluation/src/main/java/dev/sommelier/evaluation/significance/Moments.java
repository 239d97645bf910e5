package dev.sommelier.evaluation.significance;

/// Mean and sample standard deviation (dividing by `n - 1`).
record Moments(int n, double mean, double deviation) {
    static Moments of(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        boolean equal = true;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
            equal &= value == values[0];
        }
        // The rounding of the mean must not make equal values differ.
        return equal
                ? new Moments(values.length, values[0], 0)
                : new Moments(values.length, mean, Math.sqrt(squares / (values.length - 1)));
    }

    double standardError() {
        return deviation / Math.sqrt(n);
    }
}
