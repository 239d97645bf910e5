package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sommelier.llm.testing.TinyGguf;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
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
    void aServerIsMeasuredAsItsCallersMeetIt() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/models", exchange -> answer(exchange, "{\"data\":[]}"));
        server.createContext("/v1/chat/completions", exchange -> {
            var request = new ObjectMapper().readTree(exchange.getRequestBody());
            int tokens = request.path("max_tokens").asInt();
            // Writing takes time in a real server; here each token costs some of it.
            LockSupport.parkNanos(tokens * 20_000L);
            answer(
                    exchange,
                    "{\"choices\":[{\"message\":{\"content\":\"5\"},\"finish_reason\":\"stop\",\"logprobs\":{\"content\":["
                            + "{\"top_logprobs\":[{\"token\":\"5\",\"logprob\":-0.1}]}]}}],\"usage\":{\"prompt_tokens\":900,"
                            + "\"completion_tokens\":" + tokens + ",\"total_tokens\":" + (900 + tokens) + "}}");
        });
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
            assertThat(run("model", "bench", "--server", url, "--server-model", "stub", "--rounds", "2", "--json"))
                    .as(err.toString())
                    .isZero();
        } finally {
            server.stop(0);
        }

        var json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("engine").asText()).startsWith("stub at http://127.0.0.1:");
        for (var name : List.of("roundTripMilliseconds", "promptTokensPerSecond", "labelScoringsPerSecond")) {
            assertThat(json.get(name).get("least").asDouble()).as(name).isPositive();
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
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
