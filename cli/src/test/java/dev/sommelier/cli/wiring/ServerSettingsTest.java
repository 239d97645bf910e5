package dev.sommelier.cli.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.server.http.HttpLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ServerSettingsTest {
    private static HttpLimits limits(String... arguments) {
        return CommandLine.populateCommand(new ServerSettings(), arguments)
                .options(warning -> {})
                .limits();
    }

    @Test
    void withoutOptionsTheDefaultsHold() {
        assertThat(limits()).isEqualTo(HttpLimits.defaults());
    }

    @Test
    void everyLimitCanBeSet() {
        var limits = limits(
                "--server-connect-seconds=1",
                "--server-first-token-seconds=2",
                "--server-total-seconds=3",
                "--server-retries=0",
                "--server-in-flight=8",
                "--server-tokens-per-minute=90000");

        assertThat(limits)
                .isEqualTo(HttpLimits.defaults()
                        .withTimes(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3))
                        .withRetries(0)
                        .withLoad(8, 90_000));
    }

    @Test
    void limitsThatAllowNothingAreRefused() {
        for (String argument : new String[] {
            "--server-connect-seconds=0",
            "--server-total-seconds=-1",
            "--server-in-flight=0",
            "--server-retries=-1",
            "--server-tokens-per-minute=0"
        }) {
            assertThatThrownBy(() -> limits(argument))
                    .as(argument)
                    .isInstanceOf(SommelierException.class)
                    .hasMessageContaining(argument.substring(0, argument.indexOf('=')) + " must be at least");
        }
    }
}
