package dev.sommelier.experiments.report;

import dev.sommelier.evaluation.Interval;
import java.util.Locale;

/// How numbers are written, the same in every table and whatever the machine's language.
public final class Figures {
    private static final double SMALLEST_CHANCE = 1e-4;

    private Figures() {}

    /// Four decimals, without the zero before the point: `.1234`, `1.0000`, `-.0100`.
    public static String four(double value) {
        return fraction(value, 4);
    }

    /// Three decimals, without the zero before the point.
    public static String three(double value) {
        return fraction(value, 3);
    }

    private static String fraction(double value, int decimals) {
        var text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        if (text.startsWith("-0.")) {
            // A negative value that rounds to nothing is written as nothing.
            var digits = text.substring(2);
            return digits.chars().allMatch(c -> c == '0' || c == '.') ? digits : "-" + digits;
        }
        return text.startsWith("0.") ? text.substring(1) : text;
    }

    /// A mean with its interval: `.1234 [.0900, .1600]`.
    public static String interval(Interval interval) {
        return four(interval.mean()) + " [" + four(interval.low()) + ", " + four(interval.high()) + "]";
    }

    /// A mean with its interval to three decimals, for values around 1: `1.045 [.981, 1.102]`.
    public static String shortInterval(Interval interval) {
        return three(interval.mean()) + " [" + three(interval.low()) + ", " + three(interval.high()) + "]";
    }

    /// A difference with its interval, signs shown: `+.0123 [-.0400, +.0600]`.
    public static String difference(Interval interval) {
        return signed(interval.mean()) + " [" + signed(interval.low()) + ", " + signed(interval.high()) + "]";
    }

    private static String signed(double value) {
        var text = four(value);
        return text.startsWith("-") || text.equals(".0000") ? text : "+" + text;
    }

    /// A share as a percentage: `0 %`, `12.5 %`, `100 %`.
    public static String percent(double share) {
        double percent = share * 100;
        boolean small = percent > 0 && percent < 1;
        var text = String.format(Locale.ROOT, small ? "%.2f" : "%.1f", percent);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " %";
    }

    /// A duration of whatever size: `12 µs`, `3.4 ms`, `1.25 s`, `3 min 05 s`.
    public static String seconds(double seconds) {
        if (seconds >= 60) {
            long whole = Math.round(seconds);
            return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
        }
        if (seconds >= 1) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        if (seconds >= 1e-3) {
            return String.format(Locale.ROOT, "%.1f ms", seconds * 1e3);
        }
        return String.format(Locale.ROOT, "%.0f µs", seconds * 1e6);
    }

    /// A probability of a test: `.0312`, and `<.0001` for what four decimals would show as nothing.
    public static String chance(double p) {
        return p < SMALLEST_CHANCE / 2 ? "<" + four(SMALLEST_CHANCE) : four(p);
    }

    /// An amount of any size, to three digits that matter and at most three decimals: `.012`, `1.23`, `45.6`, `1,234`.
    public static String amount(double value) {
        double size = Math.abs(value);
        int decimals = size < 1 ? 3 : size < 10 ? 2 : size < 100 ? 1 : 0;
        var text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return text.startsWith("0.") ? text.substring(1) : text;
    }

    /// A count with thousands apart: `12,345`.
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
