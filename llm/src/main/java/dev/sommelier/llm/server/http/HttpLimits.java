package dev.sommelier.llm.server.http;

import java.time.Duration;

/// What calls to a server may take.
///
/// @param connect the time to reach the server
/// @param firstByte the longest silence: before the first byte of an answer and between two
/// @param total the time of one attempt, from sending to the last byte
/// @param retries how often a call is tried again
/// @param firstPause about how long the first pause between tries is; each further one is twice as long
/// @param longestPause the longest pause; a server that asks for more by `Retry-After` is not asked again
/// @param inFlight calls that are under way at once; others wait in the order they came
/// @param tokensPerMinute tokens a minute, estimated at 4 bytes of request and answer each; 0 for no limit
/// @param mostBytes the longest answer
public record HttpLimits(
        Duration connect,
        Duration firstByte,
        Duration total,
        int retries,
        Duration firstPause,
        Duration longestPause,
        int inFlight,
        long tokensPerMinute,
        long mostBytes) {
    private static final long DEFAULT_BYTES = 64L << 20;

    public HttpLimits {
        if (retries < 0 || inFlight < 1 || tokensPerMinute < 0 || mostBytes < 1) {
            throw new IllegalArgumentException("need retries >= 0, calls in flight >= 1, tokens a minute >= 0 and"
                    + " bytes >= 1, got " + retries + ", " + inFlight + ", " + tokensPerMinute + " and " + mostBytes);
        }
        if (!positive(connect) || !positive(firstByte) || !positive(total) || !positive(firstPause)) {
            throw new IllegalArgumentException("times are more than 0");
        }
    }

    private static boolean positive(Duration time) {
        return !time.isZero() && !time.isNegative();
    }

    /// Limits that suit a server nearby: 5 s to connect, 5 minutes of silence, 10 in total, 4 retries.
    public static HttpLimits defaults() {
        return new HttpLimits(
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                4,
                Duration.ofMillis(500),
                Duration.ofMinutes(1),
                64,
                0,
                DEFAULT_BYTES);
    }

    /// These limits with other time-outs.
    public HttpLimits withTimes(Duration connect, Duration firstByte, Duration total) {
        return new HttpLimits(
                connect, firstByte, total, retries, firstPause, longestPause, inFlight, tokensPerMinute, mostBytes);
    }

    /// These limits with another number of retries.
    public HttpLimits withRetries(int retries) {
        return new HttpLimits(
                connect, firstByte, total, retries, firstPause, longestPause, inFlight, tokensPerMinute, mostBytes);
    }

    /// These limits with another load.
    public HttpLimits withLoad(int inFlight, long tokensPerMinute) {
        return new HttpLimits(
                connect, firstByte, total, retries, firstPause, longestPause, inFlight, tokensPerMinute, mostBytes);
    }

    /// These limits with another longest answer.
    public HttpLimits withMostBytes(long mostBytes) {
        return new HttpLimits(
                connect, firstByte, total, retries, firstPause, longestPause, inFlight, tokensPerMinute, mostBytes);
    }
}
