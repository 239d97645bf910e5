package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sommelier.llm.testing.TinyGguf;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `model bench` with the real engine on a model that the test writes.
class ModelBenchIT {
    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everyMeasureIsPositiveAndOrdered() throws Exception {
        assertThat(run("model", "bench", tiny(), "--rounds", "2", "--json"))
                .as(err.toString())
                .isZero();

        var json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("rounds").asInt()).isEqualTo(2);
        for (var name :
                List.of("loadSeconds", "promptTokensPerSecond", "labelScoringsPerSecond", "textScoringsPerSecond")) {
            var measure = json.get(name);
            assertThat(measure.get("least").asDouble()).as(name).isPositive();
            assertThat(measure.get("median").asDouble())
                    .as(name)
                    .isBetween(
                            measure.get("least").asDouble(),
                            measure.get("greatest").asDouble());
        }
        assertThat(json.get("scoredPassageTokens").asInt()).isPositive();
        assertThat(err.toString()).contains("bench", "3/3");
    }

    @Test
    void theTableNamesTheModelAndItsUnits() {
        assertThat(run("model", "bench", tiny(), "--rounds", "1"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .startsWith("tiny random test model, in process")
                .contains("Load, seconds", "Prompt, tokens/s", "Reply, tokens/s", "Label scorings/s", "1 round;");
    }

    @Test
    void impossibleNumbersAreWrongUsage() {
        assertThat(run("model", "bench", "--rounds", "0")).isEqualTo(2);
        assertThat(run("model", "bench", "--context", "9")).isEqualTo(2);
        assertThat(err.toString()).contains("--rounds must be at least 1, got 0", "at least 1024, got 9");
    }

    @Test
    void aMissingFileIsOneSentence() {
        assertThat(run("model", "bench", folder.resolve("none.gguf").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("none.gguf").doesNotContain("\tat ");
    }

    private String tiny() {
        return TinyGguf.write(folder.resolve("tiny.gguf"), 7).toString();
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err, true), arguments);
    }
}
