package dev.sommelier.benchmarks.llm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.sommelier.llm.server.ServerEngine;
import dev.sommelier.llm.server.ServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// What the way to a server costs, against a server in this process that answers at once: `REQUESTS ROUNDS`.
///
/// First calls one after another, whose whole time is overhead; then as many requests with 64 in flight; then 10,000
/// callers at once, of whom all but 64 wait in line until the server is let go, which must fit the heap (run it with
/// `-Xmx300m`). Server and callers share the machine's cores.
public final class ServerBenchmark {
    private static final int QUEUED = 10_000;
    private static final String MODELS = "{\"data\":[]}";
    private static final String ANSWER = """
            {"id":"1","object":"chat.completion","created":1,"model":"stub","choices":[{"index":0,"message":
            {"role":"assistant","content":"{\\"action\\":\\"finish\\"}"},"finish_reason":"stop"}],
            "usage":{"prompt_tokens":90,"completion_tokens":7,"total_tokens":97}}
            """;
    private static final String INSTRUCTION = "You grade how well a passage answers a question. ".repeat(6);

    private volatile CountDownLatch gate = new CountDownLatch(0);

    private ServerBenchmark() {}

    /// @param arguments the number of requests of a round and of rounds; the first round warms up
    public static void main(String[] arguments) throws Exception {
        // The JDK's server writes head and body apart; the second would wait for the first one's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        new ServerBenchmark().run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    }

    private void run(int requests, int rounds) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/models", exchange -> answer(exchange, MODELS));
        server.createContext("/v1/chat/completions", this::chat);
        server.start();
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
        try (var engine = ServerEngine.connect(url, "stub", ServerOptions.defaults())) {
            for (int round = 0; round <= rounds; round++) {
                String name = round == 0 ? "warm-up: " : "";
                oneByOne(engine.chat(), requests, name);
                sideBySide(engine.chat(), requests, name);
            }
            queued(engine.chat());
        } finally {
            server.stop(0);
        }
        System.exit(0);
    }

    private void chat(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answer(exchange, ANSWER);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static ChatRequest request(int i) {
        return ChatRequest.builder()
                .messages(
                        SystemMessage.from(INSTRUCTION),
                        UserMessage.from("Passage " + i + ": " + "some words of a passage that is judged ".repeat(3)))
                .maxOutputTokens(32)
                .build();
    }

    private static void oneByOne(ChatModel model, int requests, String name) {
        var times = new double[requests];
        for (int i = 0; i < requests; i++) {
            var request = request(i);
            long start = System.nanoTime();
            model.chat(request);
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%s%d calls one by one: median %.3f ms, 99 of 100 within %.3f ms%n",
                name,
                requests,
                times[requests / 2],
                times[requests * 99 / 100]);
    }

    private static void sideBySide(ChatModel model, int requests, String name) {
        var answered = new AtomicInteger();
        long start = System.nanoTime();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < requests; i++) {
                var request = request(i);
                callers.execute(() -> {
                    model.chat(request);
                    answered.incrementAndGet();
                });
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        check(answered.get(), requests);
        System.out.printf(
                Locale.ROOT, "%s%d calls, 64 in flight: %,.0f a second%n", name, requests, requests / seconds);
    }

    private void queued(ChatModel model) throws InterruptedException {
        var held = new CountDownLatch(1);
        gate = held;
        var arrived = new CountDownLatch(QUEUED);
        var answered = new AtomicInteger();
        long heap;
        long start;
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < QUEUED; i++) {
                var request = request(i);
                callers.execute(() -> {
                    arrived.countDown();
                    model.chat(request);
                    answered.incrementAndGet();
                });
            }
            arrived.await();
            var runtime = Runtime.getRuntime();
            System.gc();
            heap = runtime.totalMemory() - runtime.freeMemory();
            start = System.nanoTime();
            held.countDown();
        }
        check(answered.get(), QUEUED);
        System.out.printf(
                Locale.ROOT,
                "%,d callers at once: %.0f MB of heap in use while they wait, of at most %.0f MB; then %,.0f a second%n",
                QUEUED,
                heap / 1e6,
                Runtime.getRuntime().maxMemory() / 1e6,
                QUEUED / ((System.nanoTime() - start) / 1e9));
    }

    private static void check(int answered, int asked) {
        if (answered != asked) {
            throw new IllegalStateException(answered + " of " + asked + " calls were answered");
        }
    }
}
