package dev.sommelier.llm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.sommelier.llm.MeasuredTokenUsage;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.ModelFailure.Kind;
import dev.sommelier.llm.server.http.HttpLimits;
import dev.sommelier.llm.server.http.Pauses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Every fault of a server ends as a typed, counted failure, never as an answer.
class ServerFaultsTest {
    private static final String GOOD = """
            {"choices":[{"index":0,"message":{"role":"assistant","content":"Alien"},"finish_reason":"stop"}]}""";
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @StartStop
    public final MockWebServer server = new MockWebServer();

    private final List<Duration> slept = Collections.synchronizedList(new ArrayList<>());
    private final Pauses pauses = new Pauses() {
        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public void sleep(Duration time) {
            slept.add(time);
        }
    };

    private ServerEngine connect(HttpLimits limits) {
        enqueue(200, "{\"data\":[]}");
        var options = ServerOptions.defaults().withLimits(limits).withPauses(pauses, 7);
        return ServerEngine.connect(URI.create(server.url("/v1").toString()), "qwen", options);
    }

    private ServerEngine connect() {
        return connect(HttpLimits.defaults().withRetries(2));
    }

    private static MockResponse.Builder response(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body);
    }

    private void enqueue(int status, String body) {
        server.enqueue(response(status, body).build());
    }

    private static Kind kind(ThrowingCallable call) {
        return catchThrowableOfType(ModelFailure.class, call).kind();
    }

    private static Kind ask(ServerEngine engine) {
        var kind = kind(() -> engine.chat().chat("Hi"));
        assertThat(engine.failures()).containsEntry(kind, 1L);
        return kind;
    }

    @Test
    void busyAndBrokenServersAreAskedAgainWithGrowingPauses() {
        var engine = connect();
        enqueue(429, "");
        server.enqueue(response(200, GOOD)
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        enqueue(200, GOOD);

        assertThat(engine.chat().chat("Hi")).isEqualTo("Alien");
        assertThat(engine.failures()).isEmpty();
        assertThat(slept).isNotEmpty().allMatch(time -> time.toMillis() >= 250 && time.toMillis() <= 1000);
    }

    @Test
    void retryAfterIsObeyedInSecondsAndAsADate() {
        var engine = connect();
        server.enqueue(response(429, "").addHeader("Retry-After", "7").build());
        server.enqueue(response(503, "")
                .addHeader("Retry-After", "Tue, 24 Nov 2026 12:00:30 GMT")
                .build());
        enqueue(200, GOOD);

        assertThat(engine.chat().chat("Hi")).isEqualTo("Alien");
        assertThat(slept).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(30));
        assertThat(engine.retries()).isEqualTo(2);
    }

    @Test
    void aServerThatAsksForTooLongAPauseIsNotAskedAgain() {
        var engine = connect();
        server.enqueue(response(429, "").addHeader("Retry-After", "3600").build());

        assertThat(ask(engine)).isEqualTo(Kind.RATE_LIMIT);
        assertThat(slept).isEmpty();
    }

    @Test
    void aStormOfErrorsEnds() {
        var engine = connect();
        for (int i = 0; i < 3; i++) {
            enqueue(500, "broken");
        }

        assertThat(ask(engine)).isEqualTo(Kind.SERVER);
        assertThat(slept).hasSize(2);
    }

    @Test
    void aServerThatNeverAnswersIsATimeout() {
        var engine = connect(
                HttpLimits.defaults().withTimes(Duration.ofSeconds(20), Duration.ofSeconds(2), Duration.ofSeconds(20)));
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());

        assertThat(ask(engine)).isEqualTo(Kind.TIMEOUT);
    }

    @Test
    void aServerThatDripsItsAnswerIsATimeout() {
        var engine = connect(
                HttpLimits.defaults().withTimes(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(4)));
        server.enqueue(response(200, GOOD).throttleBody(1, 1, TimeUnit.SECONDS).build());

        assertThat(ask(engine)).isEqualTo(Kind.TIMEOUT);
    }

    @Test
    void bodiesThatAreNoAnswerAreProtocolFailures() {
        for (String body :
                List.of("<html>", "[]", "{}", "{\"choices\":[]}", "{\"choices\":[{}]}", "{\"choices\":\"none\"}", "")) {
            var engine = connect();
            enqueue(200, body);
            assertThat(ask(engine)).as(body).isEqualTo(Kind.PROTOCOL);
        }
    }

    @Test
    void aWrongModelNameIsRefused() {
        var engine = connect();
        enqueue(404, "{\"error\":{\"message\":\"no model qwen\"}}");

        assertThat(ask(engine)).isEqualTo(Kind.REFUSED);
    }

    @Test
    void anErrorInsideASuccessIsAFailure() {
        var engine = connect();
        enqueue(200, "{\"error\":{\"message\":\"out of memory\"}}");

        assertThat(ask(engine)).isEqualTo(Kind.SERVER);
    }

    @Test
    void aRedirectIsNotFollowed() {
        var engine = connect();
        server.enqueue(response(307, "")
                .addHeader("Location", "http://elsewhere.example/v1")
                .build());

        assertThat(ask(engine)).isEqualTo(Kind.REFUSED);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void anAnswerThatIsTooLongIsNotReadToItsEnd() {
        var engine = connect(HttpLimits.defaults().withMostBytes(1000));
        server.enqueue(response(200, "").chunkedBody("x".repeat(100_000), 1000).build());

        assertThat(ask(engine)).isEqualTo(Kind.PROTOCOL);
    }

    /// A socket of its own: MockWebServer waits for a line's end, which a TLS greeting has only by chance.
    @Test
    void aServerWithoutTlsIsAConnectionFailure() throws Exception {
        try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answering = Thread.ofVirtual().start(() -> {
                try (var socket = plain.accept()) {
                    socket.getInputStream().read();
                    socket.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            var url = URI.create("https://" + plain.getInetAddress().getHostAddress() + ":" + plain.getLocalPort());

            assertThat(kind(() -> ServerEngine.connect(url, "qwen", ServerOptions.defaults())))
                    .isEqualTo(Kind.CONNECTION);
            answering.join();
        }
    }

    @Test
    void aStreamArrivesInPieces() throws Exception {
        assertThat(stream(event("Al") + event("ien") + end() + "data: [DONE]\n\n")
                        .get(20, TimeUnit.SECONDS))
                .isEqualTo("Alien");
    }

    @Test
    void aStreamWithoutItsEndIsNoShortAnswer() {
        assertThat(stream(event("Al")))
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        ModelFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONNECTION));
    }

    @Test
    void anErrorWithinAStreamIsAFailure() {
        assertThat(stream(event("Al") + "data: {\"error\":{\"message\":\"gpu lost\"}}\n\n"))
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        ModelFailure.class, e -> assertThat(e.kind()).isEqualTo(Kind.SERVER));
    }

    @Test
    void aReplyIsToldInPiecesAndMeasured() {
        var engine = connect();
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .body(event("Al") + event("ien.") + end() + "data: [DONE]\n\n")
                .build());
        var pieces = new ArrayList<String>();

        var response = engine.chat(
                ChatRequest.builder().messages(UserMessage.from("Hi")).build(), pieces::add);

        assertThat(pieces).containsExactly("Al", "ien.");
        assertThat(response.aiMessage().text()).isEqualTo("Alien.");
        assertThat(MeasuredTokenUsage.of(response).calls()).isEqualTo(1);
    }

    @Test
    void aToldReplyThatBreaksOffIsAFailure() {
        var engine = connect();
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .body(event("Al"))
                .build());
        var pieces = new ArrayList<String>();
        var request = ChatRequest.builder().messages(UserMessage.from("Hi")).build();

        assertThatThrownBy(() -> engine.chat(request, pieces::add)).isInstanceOf(ModelFailure.class);
        assertThat(pieces).containsExactly("Al");
    }

    private CompletableFuture<String> stream(String events) {
        var engine = connect();
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .body(events)
                .build());
        var result = new CompletableFuture<String>();
        engine.streaming().chat("Hi", new StreamingChatResponseHandler() {
            @Override
            public void onCompleteResponse(ChatResponse response) {
                result.complete(response.aiMessage().text());
            }

            @Override
            public void onError(Throwable failure) {
                result.completeExceptionally(failure);
            }
        });
        return result;
    }

    private static String event(String text) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
    }

    private static String end() {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    }
}
