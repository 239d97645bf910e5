package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.sommelier.datasets.DatasetStore;
import dev.sommelier.io.Home;
import dev.sommelier.llm.testing.TinyGguf;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeRateIT {
    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();
    private String out = "";

    private int rate(String... more) {
        var arguments = new ArrayList<>(List.of("judge", "rate", "--data", "ml-100k"));
        arguments.addAll(List.of(more));
        var text = new StringWriter();
        int code = Main.run(new PrintWriter(text), new PrintWriter(err, true), arguments.toArray(new String[0]));
        out = text.toString();
        return code;
    }

    @Test
    void starsAndLikesStandBesideTheClassicsOnAnExportedSample() throws IOException {
        assumeTrue(
                new DatasetStore(Home.fromEnvironment())
                        .list().stream()
                                .anyMatch(info -> info.name().equals("ml-100k")
                                        && info.manifest().isPresent()),
                "ml-100k is not in the data sets folder; fetch it with: sommelier data get ml-100k");
        var model = TinyGguf.write(folder.resolve("tiny.gguf"), 7).toString();
        var first = folder.resolve("first.jsonl");
        var second = folder.resolve("second.jsonl");

        int code = rate("--model", model, "--pairs", "6", "--shots", "2", "--export-pairs", first.toString(), "--json");

        assertThat(code).as(err.toString()).isZero();
        var result = new ObjectMapper().readTree(out);
        assertThat(result.at("/ratings/rows").findValuesAsText("name"))
                .contains("Bias", "LLM", "LLM, few-shot", "LLM, calibrated", "Bias + LLM");
        assertThat(result.at("/clicks/rows").findValuesAsText("name"))
                .contains("Base rate", "Item kNN", "LLM click", "LLM like", "LLM click, few-shot", "Bias + LLM click");
        assertThat(result.at("/clicks/compared").asInt()).isEqualTo(6);

        rate(
                "--model",
                model,
                "--pairs",
                "6",
                "--shots",
                "2",
                "--history",
                "extremes",
                "--export-pairs",
                second.toString(),
                "--html",
                folder.resolve("rate.html").toString());
        assertThat(Files.readString(second)).isEqualTo(Files.readString(first)).contains("\"part\":\"click test\"");
        assertThat(out).contains("GAUC").contains("came true");
        assertThat(Files.readString(folder.resolve("rate.html"))).contains("history=extremes 6");
    }

    @Test
    void aServerWithoutLabelProbabilitiesIsRefusedBeforeAnyPairIsAsked() throws IOException {
        var asked = new CopyOnWriteArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var body = (exchange.getRequestURI().getPath().endsWith("/models")
                            ? "{\"data\":[{\"id\":\"prose\"}]}"
                            : "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"published in 2023\"},"
                                    + "\"finish_reason\":\"stop\"}]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";

            int code = rate("--server", url, "--server-model", "prose", "--pairs", "5");

            assertThat(code).isEqualTo(1);
            assertThat(err.toString()).contains("does not tell probabilities of answers");
            assertThat(out).isEmpty();
            assertThat(asked).noneMatch(body -> body.contains("stars"));
        } finally {
            server.stop(0);
        }
    }
}
