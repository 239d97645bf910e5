package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Conversations over pipes, as scripts have them.
class ChatPipeIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WHOLE = 1000;

    @TempDir
    static Path folder = Path.of("");

    @BeforeAll
    static void films() throws Exception {
        Films.add(folder);
    }

    @Test
    void everyLineGetsOneJsonLine() throws Exception {
        var result = chat(
                "something like Amber Harbour\nno horror\n/trace\nmore\n/quit\nnever read\n", "--no-model", "--json");

        var lines = json(result);
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst().at("/state/liked/0").asText()).isEqualTo("0");
        assertThat(lines.getFirst().at("/items/0/reason").asText()).contains("because you like Amber Harbour");
        assertThat(lines.get(1).at("/understood/0").asText()).isEqualTo("no genre Horror [parser]");
        assertThat(lines.get(2).get("told").asText()).contains("Turn 2");
    }

    @Test
    void anythingMayComeThroughThePipe() throws Exception {
        var bytes = new byte[50_000];
        new Random(7).nextBytes(bytes);
        var input = Files.newOutputStream(folder.resolve("input"));
        try (input) {
            input.write("\n\n   \n".getBytes(StandardCharsets.UTF_8));
            input.write("paste ".repeat(17_000).getBytes(StandardCharsets.UTF_8));
            input.write('\n');
            input.write(bytes);
            input.write("\nI liked Amber Harbour".getBytes(StandardCharsets.UTF_8));
        }
        var result = run("--no-model", "--json");

        assertThat(json(result).getLast().at("/state/liked/0").asText()).isEqualTo("0");
        assertThat(result.err()).doesNotContain("Exception", "unexpected");
    }

    @Test
    void theSameLinesGetTheSameRepliesAndASessionGoesOn() throws Exception {
        var session = folder.resolve("s.jsonl").toString();
        var lines = "I liked Amber Harbour\nfrom the 70s\nmore\n";
        var first = chat(lines, "--no-model", "--json", "--session", session);
        var second = chat(lines, "--no-model", "--json");
        var on = chat("undo\n/wrong order too old\n", "--no-model", "--json", "--session", session);
        var report = Launcher.in(folder).run("feedback", "report", session, "--json");

        assertThat(second.out()).isEqualTo(first.out());
        assertThat(json(on).getFirst().get("turn").asInt()).isEqualTo(4);
        assertThat(json(on).getFirst().at("/state/constraints")).isEmpty();
        assertThat(JSON.readTree(report.out()).at("/counts/order").asInt()).isEqualTo(1);
        assertThat(JSON.readTree(report.out()).at("/turns").asInt()).isEqualTo(5);
    }

    @Test
    void aServerThatVanishesInMidSentenceLeavesThePlainAnswer() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", ChatPipeIT::answer);
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
            var result = chat(
                    "something like Amber Harbour that makes me giggle\nno horror\n",
                    "--server",
                    url,
                    "--talk",
                    "--json");

            var lines = json(result);
            assertThat(lines.getFirst().get("understood").toString()).contains("wish: Comedy [model]");
            assertThat(lines.getFirst().get("talk").asText())
                    .startsWith("Elder Harbour is near. (The model broke off")
                    .doesNotContain("It is a fi");
            assertThat(lines).allSatisfy(line -> assertThat(line.get("items")).isNotEmpty());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anUnreachableServerLeavesAConversationWithoutAModel() throws Exception {
        var result = chat("I liked Amber Harbour\n", "--server", "http://127.0.0.1:1/v1", "--json");

        assertThat(json(result).getFirst().get("items")).isNotEmpty();
        assertThat(result.err()).contains("goes on without a model");
    }

    @Test
    void wrongArgumentsAreOneSentence() throws Exception {
        assertThat(chat("", "-k", "0").code()).isEqualTo(2);
        assertThat(Launcher.in(folder).run("chat").code()).isEqualTo(2);
        assertThat(Launcher.in(folder).run("chat", "--data", "none").err())
                .contains("none")
                .doesNotContain("\tat ");
    }

    /// Reads forms well, and breaks off whatever it says in free words.
    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (exchange.getRequestURI().getPath().endsWith("/models")) {
                send(exchange, "{\"object\":\"list\",\"data\":[{\"id\":\"m\",\"object\":\"model\"}]}", WHOLE);
            } else if (request.contains("attitude")) {
                var value = List.of("Drama", "Horror", "Western").stream()
                        .filter(one -> request.contains("mood for " + one) || request.contains("except " + one))
                        .findFirst()
                        .orElse("Comedy");
                var attitude = request.contains("except") ? "avoids" : "wants";
                send(
                        exchange,
                        reply("{\\\"attitude\\\":\\\"" + attitude + "\\\",\\\"value\\\":\\\"" + value + "\\\"}"),
                        WHOLE);
            } else if (request.contains("zebra")) {
                send(exchange, reply("{\\\"animal\\\":\\\"zebra\\\"}"), WHOLE);
            } else if (isProbe(exchange, request)) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                breakOff(exchange);
            }
        }
    }

    /// A stream that promises more than it brings.
    private static void breakOff(HttpExchange exchange) throws IOException {
        var bytes = ("data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":"
                        + "{\"content\":\"Elder Harbour is near. It is a fi\"}}]}\n\n")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, bytes.length + 100);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().flush();
    }

    /// What `model probe` asks beside schemas.
    private static boolean isProbe(HttpExchange exchange, String request) {
        return !exchange.getRequestURI().getPath().endsWith("/chat/completions")
                || request.contains("water")
                || request.contains("weather");
    }

    private static String reply(String content) {
        return "{\"id\":\"1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,"
                + "\"message\":{\"role\":\"assistant\",\"content\":\"" + content + "\"},\"finish_reason\":\"stop\"}],"
                + "\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1,\"total_tokens\":2}}";
    }

    private static void send(HttpExchange exchange, String body, int most) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, Math.min(most, bytes.length));
        exchange.getResponseBody().flush();
    }

    private static Launcher.Result chat(String lines, String... options) throws Exception {
        Files.writeString(folder.resolve("input"), lines);
        return run(options);
    }

    private static Launcher.Result run(String... options) throws Exception {
        var command = new ArrayList<>(List.of(
                "sh",
                "-c",
                "exec \"$@\" < " + folder.resolve("input"),
                "sh",
                Launcher.script(),
                "chat",
                "--data",
                "films",
                "--ask",
                "never"));
        command.addAll(List.of(options));
        return Launcher.in(folder).start(command);
    }

    private static List<JsonNode> json(Launcher.Result result) throws Exception {
        assertThat(result.code()).as(result.err()).isZero();
        var nodes = new ArrayList<JsonNode>();
        for (var line : result.out().lines().toList()) {
            nodes.add(JSON.readTree(line));
        }
        return nodes;
    }
}
