package dev.sommelier.datasets.trec;

import java.nio.charset.StandardCharsets;

/// Numbers from bytes.
final class Decimals {
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    private static final int EXACT_DIGITS = 15;

    private Decimals() {}

    /// The double nearest to a decimal number, as `strtod` gives it; NaN if the bytes are no decimal number.
    ///
    /// Up to 15 digits and a power of ten up to 22 are exact doubles, whose one product or quotient is rounded
    /// correctly (Clinger, *How to read floating point numbers accurately*, PLDI 1990); the rest goes to the JDK.
    static double parse(byte[] text, int start, int end) {
        int at = start;
        boolean negative = false;
        if (at < end && (text[at] == '-' || text[at] == '+')) {
            negative = text[at] == '-';
            at++;
        }
        long digits = 0;
        int significant = 0;
        int seen = 0;
        int scale = 0;
        boolean point = false;
        for (; at < end; at++) {
            int c = text[at];
            if (c >= '0' && c <= '9') {
                seen++;
                if (significant > 0 || c != '0') {
                    significant++;
                }
                if (significant <= EXACT_DIGITS) {
                    digits = digits * 10 + (c - '0');
                }
                if (point) {
                    scale--;
                }
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (seen == 0) {
            return Double.NaN;
        }
        if (at < end) {
            int power = exponent(text, at, end);
            if (power == Integer.MIN_VALUE) {
                return Double.NaN;
            }
            scale += power;
        }
        if (significant > EXACT_DIGITS || scale < -22 || scale > 22) {
            return Double.parseDouble(new String(text, start, end - start, StandardCharsets.ISO_8859_1));
        }
        double value = scale < 0 ? digits / TENS[-scale] : digits * TENS[scale];
        return negative ? -value : value;
    }

    /// The power of ten after an `e`, limited to what decides between zero and infinity; `MIN_VALUE` if malformed.
    private static int exponent(byte[] text, int start, int end) {
        int at = start;
        if ((text[at] | 0x20) != 'e') {
            return Integer.MIN_VALUE;
        }
        at++;
        boolean negative = false;
        if (at < end && (text[at] == '-' || text[at] == '+')) {
            negative = text[at] == '-';
            at++;
        }
        if (at == end) {
            return Integer.MIN_VALUE;
        }
        int power = 0;
        for (; at < end; at++) {
            int c = text[at];
            if (c < '0' || c > '9') {
                return Integer.MIN_VALUE;
            }
            power = Math.min(power * 10 + (c - '0'), 100_000_000);
        }
        return negative ? -power : power;
    }

    /// A whole number; `Long.MIN_VALUE` if the bytes are none or it needs more than 32 bits.
    static long parseInt(byte[] text, int start, int end) {
        int at = start;
        boolean negative = false;
        if (at < end && (text[at] == '-' || text[at] == '+')) {
            negative = text[at] == '-';
            at++;
        }
        if (at == end) {
            return Long.MIN_VALUE;
        }
        long value = 0;
        for (; at < end; at++) {
            int c = text[at];
            if (c < '0' || c > '9') {
                return Long.MIN_VALUE;
            }
            value = value * 10 + (c - '0');
            if (value > Integer.MAX_VALUE) {
                return Long.MIN_VALUE;
            }
        }
        return negative ? -value : value;
    }
}
