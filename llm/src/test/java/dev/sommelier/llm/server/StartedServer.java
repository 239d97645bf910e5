package dev.sommelier.llm.server;

import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.sommelier.llm.server.http.HttpLimits;
import dev.sommelier.llm.server.http.Pauses;
import dev.sommelier.llm.server.http.ServerClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real model server in a process of its own, for as long as a test needs it.
final class StartedServer implements AutoCloseable {
    private static final Duration CALL = Duration.ofSeconds(60);
    /// While it loads its model, the server refuses connections or answers 503; both are tried again.
    private static final HttpLimits PATIENT = new HttpLimits(
            Duration.ofSeconds(5),
            CALL,
            CALL,
            300,
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            1,
            0,
            HttpLimits.defaults().mostBytes());

    private final Process process;
    private final Path log;
    private final URI url;

    private StartedServer(Process process, Path log, URI url) {
        this.process = process;
        this.log = log;
        this.url = url;
    }

    /// Starts a server and waits until it lists its models.
    ///
    /// @param command its words, with `{model}` and `{port}` in them
    static StartedServer start(String command, Path model, Path log) throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var words = List.of(command.strip().split("\\s+")).stream()
                .map(word -> word.replace("{model}", model.toString()).replace("{port}", Integer.toString(port)))
                .toList();
        var process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var started = new StartedServer(process, log, URI.create("http://127.0.0.1:" + port + "/v1"));
        try {
            started.await();
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    URI url() {
        return url;
    }

    private void await() throws IOException {
        try (var client = new ServerClient(PATIENT, Pauses.real(), 1)) {
            client.execute(HttpRequest.builder()
                    .method(HttpMethod.GET)
                    .url(url + "/models")
                    .build());
        } catch (RuntimeException e) {
            throw new IllegalStateException("the server did not start; it said:\n" + Files.readString(log), e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
