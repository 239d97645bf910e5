package dev.sommelier.cli.wiring;

import dev.sommelier.cli.terminal.Heading;
import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.server.http.HttpLimits;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/// What calls to a server may take.
@Heading("A model server")
public final class ServerLimitOptions {
    @Option(
            names = "--server-connect-seconds",
            paramLabel = "N",
            description = "The longest time to reach the server (default: 5).")
    Optional<Integer> connect = Optional.empty();

    @Option(
            names = "--server-first-token-seconds",
            paramLabel = "N",
            description = "The longest silence before an answer and within one (default: 300). A reply that is not"
                    + " streamed comes whole, so this must suffice for all of it.")
    Optional<Integer> firstToken = Optional.empty();

    @Option(
            names = "--server-total-seconds",
            paramLabel = "N",
            description = "The longest time of a call (default: 600).")
    Optional<Integer> total = Optional.empty();

    @Option(
            names = "--server-retries",
            paramLabel = "N",
            description = "How often a call is tried again after status 408, 409, 429, 5xx or a broken connection"
                    + " (default: 4).")
    Optional<Integer> retries = Optional.empty();

    @Option(
            names = "--server-in-flight",
            paramLabel = "N",
            description = "Calls that are under way at once; others wait in their order (default: 64).")
    Optional<Integer> inFlight = Optional.empty();

    @Option(
            names = "--server-tokens-per-minute",
            paramLabel = "N",
            description = "Tokens a minute, at four bytes of request and answer each (default: no limit).")
    Optional<Long> tokensPerMinute = Optional.empty();

    /// These, each that is not given as those have it.
    ServerLimitOptions orElse(ServerLimitOptions others) {
        var both = new ServerLimitOptions();
        both.connect = connect.or(() -> others.connect);
        both.firstToken = firstToken.or(() -> others.firstToken);
        both.total = total.or(() -> others.total);
        both.retries = retries.or(() -> others.retries);
        both.inFlight = inFlight.or(() -> others.inFlight);
        both.tokensPerMinute = tokensPerMinute.or(() -> others.tokensPerMinute);
        return both;
    }

    /// The limits with what was given.
    ///
    /// @throws SommelierException if a number is too small
    public HttpLimits apply(HttpLimits limits) {
        return limits.withTimes(
                        seconds("--server-connect-seconds", connect, limits.connect()),
                        seconds("--server-first-token-seconds", firstToken, limits.firstByte()),
                        seconds("--server-total-seconds", total, limits.total()))
                .withRetries(Math.toIntExact(
                        atLeast(0, "--server-retries", retries.map(Integer::longValue), limits.retries())))
                .withLoad(
                        Math.toIntExact(
                                atLeast(1, "--server-in-flight", inFlight.map(Integer::longValue), limits.inFlight())),
                        atLeast(1, "--server-tokens-per-minute", tokensPerMinute, limits.tokensPerMinute()));
    }

    private static Duration seconds(String option, Optional<Integer> given, Duration otherwise) {
        return Duration.ofSeconds(atLeast(1, option, given.map(Integer::longValue), otherwise.toSeconds()));
    }

    private static long atLeast(int least, String option, Optional<Long> given, long otherwise) {
        given.filter(number -> number < least).ifPresent(number -> {
            throw new SommelierException(option + " must be at least " + least + ", got " + number + "; correct it");
        });
        return given.orElse(otherwise);
    }
}
