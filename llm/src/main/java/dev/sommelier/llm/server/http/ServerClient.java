package dev.sommelier.llm.server.http;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/// LangChain4j's HTTP interface over OkHttp, with retries and limits.
///
/// A failed call ends as [HttpException] where the server answered with an error, else as [UncheckedIOException].
public final class ServerClient implements HttpClient, AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final long MOST_ERROR_BYTES = 8192;
    private static final Duration KEPT = Duration.ofSeconds(60);

    private final OkHttpClient client;
    private final HttpLimits limits;
    private final Pauses pauses;
    private final RetryPolicy policy;
    private final Turnstile turnstile;
    private final LongAdder retries = new LongAdder();

    /// @param seed the source of the chance in pauses
    public ServerClient(HttpLimits limits, Pauses pauses, long seed) {
        this.limits = limits;
        this.pauses = pauses;
        this.policy = new RetryPolicy(limits, new SplittableRandom(seed));
        this.turnstile = new Turnstile(limits, pauses);
        // Without room for all of them, connections would be closed after their call and opened again for the next.
        this.client = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(limits.inFlight(), KEPT.toSeconds(), TimeUnit.SECONDS))
                .connectTimeout(limits.connect())
                .readTimeout(limits.firstByte())
                .callTimeout(limits.total())
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
    }

    /// How many calls were tried again so far.
    public long retries() {
        return retries.sum();
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        return call(request, this::whole);
    }

    /// Opens a stream on a thread of its own; only its opening is tried again, as events cannot be taken back.
    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        var stream = new WholeStream(listener);
        Thread.ofVirtual().name("server-stream").start(() -> {
            try {
                call(request, response -> {
                    stream.onOpen(translate(response).build());
                    parser.parse(BoundedBody.stream(response.body(), limits.mostBytes()), stream);
                    stream.onClose();
                    return response;
                });
            } catch (RuntimeException e) {
                stream.onError(e);
            }
        });
    }

    private interface Reader<T> {
        T read(Response response) throws IOException;
    }

    private SuccessfulHttpResponse whole(Response response) throws IOException {
        String body = BoundedBody.text(response.body(), limits.mostBytes());
        turnstile.tookAnswer(body.length());
        var error = ErrorInside.find(body);
        if (error.isPresent()) {
            throw error.get();
        }
        return translate(response).body(body).build();
    }

    private <T> T call(HttpRequest request, Reader<T> reader) {
        var translated = translate(request);
        long bytes = request.body() == null ? 0 : request.body().length();
        try {
            turnstile.enter();
            try {
                return tries(translated, bytes, reader);
            } finally {
                turnstile.leave();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T tries(Request request, long bytes, Reader<T> reader) throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            turnstile.awaitTokens(bytes);
            Duration pause;
            try (var response = client.newCall(request).execute()) {
                if (response.isSuccessful()) {
                    return reader.read(response);
                }
                if (response.isRedirect()) {
                    throw redirect(request, response);
                }
                var again = RetryPolicy.repeats(response.code())
                        ? policy.pause(tries, response.header("Retry-After"), pauses.now())
                        : Optional.<Duration>empty();
                if (again.isEmpty()) {
                    throw new HttpException(
                            response.code(), response.peekBody(MOST_ERROR_BYTES).string());
                }
                pause = again.get();
            } catch (IOException e) {
                var again = policy.pause(tries, null, pauses.now());
                if (!RetryPolicy.repeats(e) || again.isEmpty()) {
                    throw e;
                }
                pause = again.get();
            }
            retries.increment();
            pauses.sleep(pause);
        }
    }

    private static AnswerException redirect(Request request, Response response) {
        var target = request.url().resolve(response.header("Location", ""));
        return new AnswerException(
                AnswerException.Fault.REDIRECT, target == null ? "another address" : "host " + target.host());
    }

    private static Request translate(HttpRequest request) {
        if (!request.formDataFields().isEmpty() || !request.formDataFiles().isEmpty()) {
            throw new UnsupportedFeatureException("this HTTP client sends no forms");
        }
        var builder = new Request.Builder().url(request.url());
        request.headers().forEach((name, values) -> values.forEach(value -> builder.addHeader(name, value)));
        var body = request.body() == null ? null : RequestBody.create(request.body(), JSON);
        return builder.method(request.method().name(), body).build();
    }

    private static SuccessfulHttpResponse.Builder translate(Response response) {
        return SuccessfulHttpResponse.builder()
                .statusCode(response.code())
                .headers(response.headers().toMultimap());
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
    }
}
