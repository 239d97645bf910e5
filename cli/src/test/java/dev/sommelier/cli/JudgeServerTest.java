package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Judging jobs over real HTTP servers that move, differ or answer nonsense.
class JudgeServerTest {
    private static final int PAIRS = 8;
    private static final String GRADES =
            IntStream.range(0, 4).mapToObj(i -> token(Integer.toString(i))).collect(Collectors.joining(","));
    private static final String PROSE = token("published") + "," + token("the");

    @TempDir
    Path folder;

    private final List<HttpServer> servers = new ArrayList<>();
    private StringWriter err = new StringWriter();
    private String out = "";

    private static String token(String text) {
        return "{\"token\":\"" + text + "\",\"logprob\":-1.5}";
    }

    /// A server that gives the same first tokens whatever it is asked.
    private String server(String tokens) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var answer = "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"published in 2023\"},"
                + "\"logprobs\":{\"content\":[{\"top_logprobs\":[" + tokens
                + "]}]}}],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":1}}";
        server.createContext("/v1/chat/completions", exchange -> {
            exchange.getRequestBody().readAllBytes();
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        servers.add(server);
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    private int run(String... arguments) {
        var text = new StringWriter();
        err = new StringWriter();
        int code = Main.run(new PrintWriter(text), new PrintWriter(err, true), arguments);
        out = text.toString();
        return code;
    }

    private int judge(String url, String model, String job, String... more) {
        var arguments = new ArrayList<>(List.of("judge", "run", "--method", "grade", "--batch", "2"));
        arguments.addAll(List.of("--topics", file("topics"), "--docs", file("docs"), "--pairs", file("pairs")));
        arguments.addAll(List.of("--server", url, "--server-model", model, "--out", file(job)));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @BeforeEach
    void collection() throws IOException {
        Files.writeString(folder.resolve("topics"), "q\tdog age\n");
        Files.writeString(folder.resolve("docs"), lines("d%d\tdocument number %d\n"));
        Files.writeString(folder.resolve("pairs"), lines("q 0 d%d 1\n"));
    }

    private static String lines(String form) {
        return IntStream.range(0, PAIRS).mapToObj(i -> form.formatted(i, i)).collect(Collectors.joining());
    }

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void aJobGoesOnAtAnotherAddressAndPartsOfSeveralServersAreMerged() throws IOException {
        assertThat(judge(server(GRADES), "m", "job", "--limit", "2"))
                .as(err.toString())
                .isZero();
        assertThat(judge(server(GRADES), "m", "other", "--limit", "4"))
                .as(err.toString())
                .isZero();
        servers.forEach(server -> server.stop(0));
        assertThat(run("judge", "resume", file("job"), "--limit", "8", "--server-retries", "0"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("no model server answers at");

        var now = server(GRADES);
        assertThat(run("judge", "resume", file("job"), "--server", now, "--limit", "6", "--server-in-flight", "2"))
                .as(err.toString())
                .isZero();
        assertThat(out).contains("Judged: 6");
        assertThat(run("judge", "merge", file("job"), file("other")))
                .as(err.toString())
                .isZero();
        assertThat(run("--json", "judge", "status", file("job"))).isZero();
        assertThat(out)
                .contains("\"engine\" : \"OpenAI-compatible server\"")
                .contains("\"server address\" : \"http://127.0.0.1:");

        assertThat(judge(now, "another", "job")).isEqualTo(1);
        assertThat(err.toString()).contains("model: m -> another").doesNotContain("127.0.0.1");
    }

    @Test
    void aJobWhosePairsAllFailedFailsWithTheCausesAndTheNextStep() throws IOException {
        assertThat(judge(server(PROSE), "m", "job")).isEqualTo(1);
        assertThat(out).contains("Judged: 0, failed: 8").contains("Failed by cause: protocol 8");
        assertThat(err.toString())
                .contains("no pair got a label: 8 pairs failed {protocol=8}")
                .contains("judge retry-failed " + file("job"))
                .contains("judge export " + file("job") + " --format jsonl");

        assertThat(run("judge", "export", file("job"), "--failed", "omit")).isEqualTo(1);
        assertThat(err.toString()).contains("has nothing to export; exported: 0, failed: 8 {protocol=8}, pending: 0");
        assertThat(run("judge", "export", file("job"), "--format", "jsonl")).isZero();
        assertThat(out).hasLineCount(8);

        assertThat(run("judge", "retry-failed", file("job"), "--server", server(GRADES)))
                .as(err.toString())
                .isZero();
        assertThat(out).contains("Judged: 8, failed: 0");
    }

    @Test
    void aServerThatAnswersNonsenseEndsTheJobAfterSomeBatches() throws IOException {
        var many = IntStream.range(0, 100).mapToObj(i -> "q 0 d" + i + " 1\n").collect(Collectors.joining());
        Files.writeString(folder.resolve("pairs"), many);
        Files.writeString(
                folder.resolve("docs"),
                IntStream.range(0, 100).mapToObj(i -> "d" + i + "\ttext\n").collect(Collectors.joining()));

        assertThat(judge(server(PROSE), "m", "job", "--yes")).isEqualTo(1);
        assertThat(err.toString())
                .contains("30 batches in a row have failed wholly (protocol")
                .contains("0 judged, 60 failed {protocol=60}, 40 pending")
                .contains("judge retry-failed " + file("job"));
    }
}
