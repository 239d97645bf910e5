package dev.sommelier.judges.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.sommelier.core.Document;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Topic;
import dev.sommelier.judges.job.JobExport.WithoutLabel;
import dev.sommelier.judges.relevance.JudgeSettings;
import dev.sommelier.judges.relevance.RelevanceMethods;
import dev.sommelier.llm.server.ServerEngine;
import dev.sommelier.llm.server.ServerOptions;
import dev.sommelier.llm.server.http.HttpLimits;
import dev.sommelier.llm.server.http.Pauses;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Jobs over a real HTTP server that misbehaves.
class ServerJobTest {
    private static final int PAIRS = 24;
    private static final int BATCH = 2;

    /// Every place of a reply begins with a digit: the grade, by what the request's passage says.
    private static String grades(String request) {
        int grade = request.replaceAll("(?s).*document number (\\d+).*", "$1").hashCode() & 3;
        return IntStream.range(0, 4)
                .mapToObj(i -> token(Integer.toString(i), i == grade ? .7 : .1))
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
    }

    @TempDir
    Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server = start(0, ServerJobTest::grades);

    ServerJobTest() throws IOException {}

    private static String token(String text, double probability) {
        return "{\"token\":\"" + text + "\",\"logprob\":" + Math.log(probability) + "}";
    }

    private HttpServer start(int port, Function<String, String> tokens) throws IOException {
        var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        started.createContext("/v1/chat/completions", exchange -> {
            var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.incrementAndGet();
            var answer = "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"published in 2023\"},"
                    + "\"logprobs\":{\"content\":[{\"top_logprobs\":[" + tokens.apply(request)
                    + "]}]}}],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":1}}";
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        started.start();
        return started;
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private ServerEngine engine() {
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
        var limits = HttpLimits.defaults()
                .withRetries(1)
                .withTimes(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20));
        return ServerEngine.connect(
                url, "any", ServerOptions.defaults().withLimits(limits).withPauses(new NoPauses(), 1));
    }

    private record NoPauses() implements Pauses {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public void sleep(Duration time) {}
    }

    private JudgingJob job(String name) {
        var target = folder.resolve(name);
        var values = new LinkedHashMap<String, String>();
        values.put(JudgingJob.BATCH, Integer.toString(BATCH));
        PlanFile.create(
                target,
                new JobSettings(values),
                List.of(),
                new PlanInputs(
                        List.of(new Topic("q", "query")),
                        receiver -> IntStream.range(0, PAIRS)
                                .forEach(i -> receiver.pair("q", "d" + i, OptionalInt.of(i % 4))),
                        consumer -> IntStream.range(0, PAIRS)
                                .forEach(i -> consumer.accept(new Document("d" + i, "document number " + i)))));
        var job = JudgingJob.open(target);
        job.want(PAIRS);
        return job;
    }

    private static JobRunner runner(JudgingJob job, ServerEngine engine, JobProgress progress) {
        return new JobRunner(job, RelevanceMethods.open(JudgeSettings.of("grade"), engine), 1, progress, () -> false);
    }

    private static List<String> lines(JudgingJob job) {
        var lines = new ArrayList<String>();
        new JobExport(job).jsonLines(WithoutLabel.STOP, lines::add);
        return lines;
    }

    @Test
    void proseGivesFailuresAndNoLabel() throws IOException {
        server.stop(0);
        var odd = new AtomicInteger();
        // Every third answer is a grade; the others begin with a word or a year.
        server = start(0, request -> switch (odd.incrementAndGet() % 3) {
            case 0 -> grades(request);
            case 1 -> token("published", .6) + "," + token(" in", .3);
            default -> token("2023", .9) + "," + token("The", .05);
        });
        try (var job = job("prose");
                var engine = engine()) {
            odd.set(0);
            var counted = new AtomicInteger();
            runner(job, engine, (pairs, judgments) -> counted.addAndGet(judgments.size()))
                    .run();

            assertThat(counted).hasValue(PAIRS);
            assertThat(job.counts().done() + job.counts().failed()).isEqualTo(PAIRS);
            assertThat(job.counts().causes()).containsOnlyKeys("protocol");
            var labelled = lines(job).stream()
                    .filter(line -> line.contains("\"grade\""))
                    .toList();
            assertThat(labelled).hasSize((int) job.counts().done()).allMatch(line -> line.contains("[0."));
            assertThat(lines(job).stream().filter(line -> line.contains("\"failed\"")))
                    .allMatch(line -> line.contains("none of the labels [0, 1, 2, 3]"));
        }
    }

    @Test
    void aServerThatDiesAndComesBackCostsNoPairAndNoLabel() throws IOException {
        List<String> undisturbed;
        try (var job = job("undisturbed");
                var engine = engine()) {
            assertThat(runner(job, engine, (pairs, judgments) -> {}).run()).isTrue();
            undisturbed = lines(job);
        }
        int port = server.getAddress().getPort();
        try (var job = job("disturbed");
                var engine = engine()) {
            var judge = RelevanceMethods.open(JudgeSettings.of("grade"), engine);
            var batches = new AtomicInteger();
            var dying = new JobRunner(
                    job,
                    judge,
                    1,
                    (pairs, judgments) -> {
                        if (batches.incrementAndGet() == 4) {
                            server.stop(0);
                        }
                    },
                    () -> false);

            assertThatThrownBy(dying::run)
                    .isInstanceOf(SommelierException.class)
                    .hasMessageContaining("3 batches in a row have failed wholly (connection")
                    .hasMessageContaining("judge retry-failed " + job.folder());
            assertThat(job.counts().done()).isEqualTo(4 * BATCH);
            assertThat(job.counts().failed()).isEqualTo(3 * BATCH);
            assertThat(job.counts().pending()).isEqualTo(PAIRS - 7 * BATCH);

            server = start(port, ServerJobTest::grades);
            assertThat(job.retryFailed()).isEqualTo(3);
            assertThat(runner(job, engine, (pairs, judgments) -> {}).run()).isTrue();
            assertThat(lines(job)).isEqualTo(undisturbed);
        }
    }
}
