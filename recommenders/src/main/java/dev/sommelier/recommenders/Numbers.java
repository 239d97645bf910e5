package dev.sommelier.recommenders;

/// How parameters are written in tables.
public final class Numbers {
    private Numbers() {}

    /// `250` for 250.0, `0.5` for 0.5.
    public static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
