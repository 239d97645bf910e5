package dev.sommelier.llm.server.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Decides whether and when a call is tried again.
record RetryPolicy(HttpLimits limits, RandomGenerator random) {
    private static final int MOST_DOUBLINGS = 20;

    static boolean repeats(int status) {
        return status == 408 || status == 409 || status == 429 || status >= 500;
    }

    /// A call that took too long would take as long again, and neither certificates nor names mend themselves.
    static boolean repeats(IOException failure) {
        return !(failure instanceof InterruptedIOException
                || failure instanceof SSLException
                || failure instanceof UnknownHostException
                || failure instanceof AnswerException);
    }

    /// The pause before the next try; absent where there is none.
    ///
    /// @param tries how often the call was tried
    /// @param retryAfter the server's `Retry-After`, seconds or a date
    Optional<Duration> pause(int tries, @Nullable String retryAfter, Instant now) {
        if (tries > limits.retries()) {
            return Optional.empty();
        }
        var asked = retryAfter == null ? Optional.<Duration>empty() : asked(retryAfter.strip(), now);
        if (asked.isPresent()) {
            return asked.filter(time -> time.compareTo(limits.longestPause()) <= 0);
        }
        long base = limits.firstPause().toMillis() << Math.min(tries - 1, MOST_DOUBLINGS);
        long bounded = Math.min(base, limits.longestPause().toMillis());
        // Half of it by chance, so that callers that failed together do not come back together.
        long jittered;
        synchronized (random) {
            jittered = bounded / 2 + random.nextLong(bounded / 2 + 1);
        }
        return Optional.of(Duration.ofMillis(jittered));
    }

    private static Optional<Duration> asked(String retryAfter, Instant now) {
        if (!retryAfter.isEmpty()
                && retryAfter.length() < 10
                && retryAfter.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
        }
        try {
            var until = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            var time = Duration.between(now, until);
            return Optional.of(time.isNegative() ? Duration.ZERO : time);
        } catch (DateTimeException e) {
            // Neither of the two forms that HTTP has: as if the header were not there.
            return Optional.empty();
        }
    }
}
