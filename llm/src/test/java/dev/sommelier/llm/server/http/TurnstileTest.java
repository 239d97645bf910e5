package dev.sommelier.llm.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnstileTest {
    private static final int CALLS = 20;

    private final List<Duration> slept = new ArrayList<>();

    /// A clock that goes on only by sleeping.
    private final Pauses pauses = new Pauses() {
        private Instant now = Instant.parse("2026-11-24T12:00:00Z");

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void sleep(Duration time) {
            slept.add(time);
            now = now.plus(time);
        }
    };

    private Turnstile turnstile(int inFlight, long tokensPerMinute) {
        return new Turnstile(HttpLimits.defaults().withLoad(inFlight, tokensPerMinute), pauses);
    }

    @Test
    void callsComeInInTheOrderTheyCame() throws Exception {
        var turnstile = turnstile(1, 0);
        var order = Collections.synchronizedList(new ArrayList<Integer>());
        turnstile.enter();
        var waiting = new ArrayList<Thread>();
        for (int i = 0; i < CALLS; i++) {
            int call = i;
            var thread = Thread.ofPlatform().start(() -> {
                try {
                    turnstile.enter();
                    order.add(call);
                    turnstile.leave();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            waiting.add(thread);
        }

        turnstile.leave();
        for (var thread : waiting) {
            thread.join();
        }

        assertThat(order)
                .containsExactlyElementsOf(IntStream.range(0, CALLS).boxed().toList());
    }

    @Test
    void aCallWaitsForTheShareOfAMinuteThatEarlierOnesTook() throws Exception {
        var turnstile = turnstile(64, 600);

        turnstile.awaitTokens(400);
        assertThat(slept).as("the first call").isEmpty();
        turnstile.awaitTokens(4);
        assertThat(slept).as("after 100 tokens at 10 a second").containsExactly(Duration.ofSeconds(10));
        turnstile.tookAnswer(196);
        turnstile.awaitTokens(4);
        assertThat(slept).as("after 1 token of a request and 49 of an answer").endsWith(Duration.ofSeconds(5));
    }

    @Test
    void timeThatPassedUnusedIsNotSavedUp() throws Exception {
        var turnstile = turnstile(64, 600);
        turnstile.awaitTokens(40);
        pauses.sleep(Duration.ofHours(1));
        slept.clear();

        turnstile.awaitTokens(40);
        turnstile.awaitTokens(40);

        assertThat(slept).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void withoutALimitNobodyWaits() throws Exception {
        var turnstile = turnstile(64, 0);

        turnstile.awaitTokens(1L << 40);
        turnstile.tookAnswer(1L << 40);
        turnstile.awaitTokens(1L << 40);

        assertThat(slept).isEmpty();
    }
}
