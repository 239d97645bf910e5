package dev.sommelier.llm.server.http;

import java.time.Duration;
import java.time.Instant;

/// The clock and the waiting of calls, so that tests need not wait.
public interface Pauses {
    /// The time now.
    Instant now();

    /// Waits.
    void sleep(Duration time) throws InterruptedException;

    /// The machine's clock.
    static Pauses real() {
        return new Pauses() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                Thread.sleep(time);
            }
        };
    }
}
