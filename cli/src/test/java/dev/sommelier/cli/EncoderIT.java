package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.sommelier.llm.testing.TinyGguf;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `--encoder` as a person gives it: the vectors of another model, in this process or from a server.
class EncoderIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void films() throws Exception {
        Films.add(folder);
    }

    @Test
    void aGgufModelReadsTheTexts() throws Exception {
        var tiny = TinyGguf.write(folder.resolve("tiny.gguf"), 7).toString();
        var other = TinyGguf.write(folder.resolve("other.gguf"), 8).toString();

        assertThat(recommended("--encoder", tiny)).isNotEqualTo(recommended());
        assertThat(recommended("--encoder", tiny)).isNotEqualTo(recommended("--encoder", other));
    }

    @Test
    void aServerReadsEveryTextOnce() throws Exception {
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/embeddings", exchange -> {
            var texts = JSON.readTree(exchange.getRequestBody()).get("input");
            asked.addAndGet(texts.size());
            var answer = JSON.createObjectNode();
            var data = answer.putArray("data");
            for (int i = 0; i < texts.size(); i++) {
                data.addObject().put("index", i).putArray("embedding").add(1).add(i % 7);
            }
            byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
            var first = recommended("--encoder", url, "--encoder-model", "vectors");
            assertThat(asked.get()).isEqualTo(40);
            assertThat(recommended("--encoder", url, "--encoder-model", "vectors"))
                    .isEqualTo(first);
            assertThat(asked.get()).as("kept from the first command").isEqualTo(40);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatIsNoEncoderIsOneSentence() throws Exception {
        for (var wrong : List.of(
                List.of("--encoder", "http://127.0.0.1:1/v1"),
                List.of("--encoder-model", "vectors"),
                List.of("--encoder", "http://[", "--encoder-model", "vectors"),
                List.of("--encoder", folder.resolve("missing.gguf").toString()))) {
            var result = recommend(wrong.toArray(String[]::new));
            assertThat(result.code()).as("%s: %s", wrong, result.err()).isEqualTo(1);
            assertThat(result.err().lines().count()).as(result.err()).isEqualTo(1);
        }
    }

    private JsonNode recommended(String... options) throws Exception {
        var result = recommend(options);
        assertThat(result.code()).as(result.err()).isZero();
        return JSON.readTree(result.out()).get("items");
    }

    private Launcher.Result recommend(String... options) throws Exception {
        var command =
                new ArrayList<>(List.of("recommend", "--data", "films", "--with", "content", "--user", "u1", "--json"));
        command.addAll(List.of(options));
        return Launcher.in(folder).run(command.toArray(String[]::new));
    }
}
