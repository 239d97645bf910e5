package dev.sommelier.datasets.format;

import dev.sommelier.core.SommelierException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/// One record of a text file, which knows where it stands.
///
/// @param file the file as the caller named it
/// @param line the line on which the record starts, from 1
/// @param fields the fields as they stand
record Row(Path file, long line, List<String> fields) {
    private static final int SHOWN = 80;
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9.]+([eE][0-9+]+)?");
    private static final Pattern OFFSET = Pattern.compile(".*(Z|[+-][0-9]{2}:?[0-9]{2})");
    private static final String NEXT = "correct the line and run the command again";

    /// A failure of this record: `FILE:LINE: rule, got "value"; next step`.
    SommelierException error(String rule, String value, String next) {
        return error(file, line, rule, value, next);
    }

    static SommelierException error(Path file, long line, String rule, String value, String next) {
        var shown = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...";
        return new SommelierException(file + ":" + line + ": " + rule + ", got \"" + shown + "\"; " + next);
    }

    /// This row, if it has the expected number of fields.
    Row requireFields(int expected) {
        if (fields.size() != expected) {
            throw new SommelierException(
                    file + ":" + line + ": expected " + expected + " fields, got " + fields.size() + "; " + NEXT);
        }
        return this;
    }

    String field(int index) {
        return fields.get(index);
    }

    /// A field without surrounding white space; never empty.
    String required(int index, String what) {
        var value = fields.get(index).strip();
        if (value.isEmpty()) {
            throw error("the " + what + " must not be empty", fields.get(index), NEXT);
        }
        return value;
    }

    double rating(int index) {
        return number(index, "rating");
    }

    /// A finite number.
    double number(int index, String what) {
        var text = fields.get(index).strip();
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw notANumber(what, text, e);
        }
        throw notANumber(what, text, new NumberFormatException("not finite"));
    }

    private SommelierException notANumber(String what, String text, NumberFormatException cause) {
        var failure = error("the " + what + " must be a number", text, NEXT);
        failure.addSuppressed(cause);
        return failure;
    }

    /// Seconds since 1970, or an ISO 8601 date or date and time, UTC unless it has an offset.
    long time(int index) {
        var text = fields.get(index).strip();
        if (WHOLE.matcher(text).matches()) {
            return Long.parseLong(text);
        }
        try {
            return DECIMAL.matcher(text).matches() ? seconds(text) : isoSeconds(text.replace(' ', 'T'));
        } catch (NumberFormatException | DateTimeParseException e) {
            var failure = error(
                    "the time must be seconds since 1970 or a date such as 2024-05-31 or 2024-05-31T12:00:00",
                    text,
                    NEXT);
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private static long seconds(String text) {
        double value = Double.parseDouble(text);
        if (Math.abs(value) > 1e15) {
            throw new NumberFormatException("out of range");
        }
        return Math.round(value);
    }

    private static long isoSeconds(String text) {
        if (!text.contains("T")) {
            return LocalDate.parse(text).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        }
        return OFFSET.matcher(text).matches()
                ? OffsetDateTime.parse(text).toEpochSecond()
                : LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC);
    }
}
