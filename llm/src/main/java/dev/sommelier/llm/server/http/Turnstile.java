package dev.sommelier.llm.server.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/// Lets so many calls in at once, in the order they came, and so many tokens a minute.
final class Turnstile {
    private static final long BYTES_A_TOKEN = 4;
    private static final long NANOS_A_MINUTE = 60_000_000_000L;

    private final Semaphore places;
    private final long tokensPerMinute;
    private final Pauses pauses;
    private Instant free;

    Turnstile(HttpLimits limits, Pauses pauses) {
        this.places = new Semaphore(limits.inFlight(), true);
        this.tokensPerMinute = limits.tokensPerMinute();
        this.pauses = pauses;
        this.free = pauses.now();
    }

    void enter() throws InterruptedException {
        places.acquire();
    }

    void leave() {
        places.release();
    }

    /// Waits until the tokens of earlier calls are a minute's share ago, then takes those of this request.
    void awaitTokens(long bytes) throws InterruptedException {
        var wait = take(bytes);
        if (wait.isPositive()) {
            pauses.sleep(wait);
        }
    }

    /// Takes the tokens of an answer, for which the next calls wait.
    void tookAnswer(long bytes) {
        take(bytes);
    }

    private synchronized Duration take(long bytes) {
        if (tokensPerMinute == 0) {
            return Duration.ZERO;
        }
        var now = pauses.now();
        var start = free.isBefore(now) ? now : free;
        long tokens = (bytes + BYTES_A_TOKEN - 1) / BYTES_A_TOKEN;
        free = start.plusNanos(Math.round((double) tokens * NANOS_A_MINUTE / tokensPerMinute));
        return Duration.between(now, start);
    }
}
