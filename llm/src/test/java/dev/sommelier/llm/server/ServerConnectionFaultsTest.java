package dev.sommelier.llm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.ModelFailure.Kind;
import dev.sommelier.llm.server.http.HttpLimits;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Faults below HTTP, and streams that the caller or the network ends. Each is a typed failure, none an answer.
class ServerConnectionFaultsTest {
    private static final long GIGABYTE = 1 << 30;
    private static final String PIECE = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"word \"}}]}\n\n";
    private static final String EVENTS = "Content-Type: text/event-stream";

    private final HttpLimits limits = HttpLimits.defaults()
            .withRetries(0)
            .withLoad(1, 0)
            .withTimes(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(60));

    private ServerEngine connect(RawServer server, HttpLimits limits) {
        return ServerEngine.connect(
                server.url("http"), "qwen", ServerOptions.defaults().withLimits(limits));
    }

    private Kind ask(RawServer server) {
        var engine = connect(server, limits);
        var kind = catchThrowableOfType(ModelFailure.class, () -> engine.chat().chat("Hi"))
                .kind();
        assertThat(engine.failures()).containsEntry(kind, 1L);
        return kind;
    }

    /// Sends what was written and then RST instead of FIN.
    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    @Test
    void aConnectionThatIsResetWithinAnAnswerIsAConnectionFailure() throws Exception {
        try (var server = RawServer.start(socket -> {
            socket.getOutputStream().write(RawServer.head("Content-Length: 1000"));
            write(socket, "{\"choices\":[{");
            reset(socket);
        })) {
            assertThat(ask(server)).isEqualTo(Kind.CONNECTION);
        }
    }

    @Test
    void aConnectionThatIsResetWithinAStreamIsAConnectionFailure() throws Exception {
        try (var server = RawServer.start(socket -> {
            socket.getOutputStream().write(RawServer.head(EVENTS));
            write(socket, PIECE + PIECE);
            reset(socket);
        })) {
            assertThat(failure(stream(connect(server, limits), new Pieces(Integer.MAX_VALUE))))
                    .isEqualTo(Kind.CONNECTION);
        }
    }

    @Test
    void aStreamThatDripsIsATimeout() throws Exception {
        var impatient = limits.withTimes(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(4));
        try (var server = RawServer.start(socket -> {
            socket.getOutputStream().write(RawServer.head(EVENTS));
            for (int i = 0; i < PIECE.length(); i++) {
                write(socket, PIECE.substring(i, i + 1));
                pause();
            }
        })) {
            assertThat(failure(stream(connect(server, impatient), new Pieces(Integer.MAX_VALUE))))
                    .isEqualTo(Kind.TIMEOUT);
        }
    }

    /// The server's own slowness.
    private static void pause() {
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }

    @Test
    void anAnswerOfAGigabyteIsGivenUpAtTheLimit() throws Exception {
        var sent = new AtomicLong();
        try (var server = RawServer.start(socket -> {
            socket.getOutputStream().write(RawServer.head("Connection: close"));
            flood(socket.getOutputStream(), sent);
        })) {
            assertThat(ask(server)).isEqualTo(Kind.PROTOCOL);
            server.broken().get(20, TimeUnit.SECONDS);
        }
        assertThat(sent.get()).isLessThan(GIGABYTE / 4);
    }

    @Test
    void anAnswerThatSaysItHasAGigabyteIsNotRead() throws Exception {
        var sent = new AtomicLong();
        try (var server = RawServer.start(socket -> {
            socket.getOutputStream().write(RawServer.head("Content-Length: " + GIGABYTE));
            flood(socket.getOutputStream(), sent);
        })) {
            assertThat(ask(server)).isEqualTo(Kind.PROTOCOL);
            server.broken().get(20, TimeUnit.SECONDS);
        }
        assertThat(sent.get()).isLessThan(GIGABYTE / 4);
    }

    @Test
    void aStreamOfAGigabyteIsGivenUpAtTheLimit() throws Exception {
        var sent = new AtomicLong();
        try (var server = RawServer.start(socket -> {
            socket.getOutputStream().write(RawServer.head(EVENTS));
            write(socket, "data: ");
            flood(socket.getOutputStream(), sent);
        })) {
            assertThat(failure(stream(connect(server, limits), new Pieces(Integer.MAX_VALUE))))
                    .isEqualTo(Kind.PROTOCOL);
            server.broken().get(20, TimeUnit.SECONDS);
        }
        assertThat(sent.get()).isLessThan(GIGABYTE / 4);
    }

    private static void flood(OutputStream out, AtomicLong sent) throws IOException {
        byte[] block = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        while (sent.get() < GIGABYTE) {
            out.write(block);
            sent.addAndGet(block.length);
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsAConnectionFailure(@TempDir Path folder) throws Exception {
        var context = selfSigned(folder.resolve("server.p12"));
        var tls = context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        try (var server = new RawServer(tls, socket -> {})) {
            var url = server.url("https");

            var failure = catchThrowableOfType(
                    ModelFailure.class, () -> ServerEngine.connect(url, "qwen", ServerOptions.defaults()));

            assertThat(failure.kind()).isEqualTo(Kind.CONNECTION);
            assertThat(failure).hasMessageContaining("check its certificate");
        }
    }

    private static SSLContext selfSigned(Path file) throws Exception {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "secret")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor()).as("keytool's exit").isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (var in = new FileInputStream(file.toFile())) {
            store.load(in, "secret".toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "secret".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void aCancelledStreamEndsAtOnceAndFreesItsPlace() throws Exception {
        try (var server = RawServer.start(socket -> {
            socket.getOutputStream().write(RawServer.head(EVENTS));
            while (true) {
                write(socket, PIECE);
            }
        })) {
            var engine = connect(server, limits);
            var first = new Pieces(3);
            var second = new Pieces(3);

            engine.streaming().chat("Hi", first);
            server.broken().get(20, TimeUnit.SECONDS);
            // One call may be in flight: the second one would wait for ever if the first had kept its place.
            engine.streaming().chat("Hi", second);
            second.cancelled.get(20, TimeUnit.SECONDS);

            assertThat(first.texts).hasSize(3);
            assertThat(first.result).isNotDone();
            assertThat(engine.failures()).isEmpty();
        }
    }

    /// Collects pieces and cancels after so many.
    private static final class Pieces implements StreamingChatResponseHandler {
        private final int most;
        private final List<String> texts = Collections.synchronizedList(new ArrayList<>());
        private final CompletableFuture<String> result = new CompletableFuture<>();
        private final CompletableFuture<Boolean> cancelled = new CompletableFuture<>();

        private Pieces(int most) {
            this.most = most;
        }

        @Override
        public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
            texts.add(part.text());
            if (texts.size() == most) {
                context.streamingHandle().cancel();
                cancelled.complete(true);
            }
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            result.complete(response.aiMessage().text());
        }

        @Override
        public void onError(Throwable failure) {
            result.completeExceptionally(failure);
        }
    }

    private static CompletableFuture<String> stream(ServerEngine engine, Pieces pieces) {
        engine.streaming().chat("Hi", pieces);
        return pieces.result;
    }

    private static Kind failure(CompletableFuture<String> result) {
        var failed = catchThrowableOfType(ExecutionException.class, () -> result.get(30, TimeUnit.SECONDS));
        return failed.getCause() instanceof ModelFailure explained
                ? explained.kind()
                : fail("no typed failure", failed);
    }
}
