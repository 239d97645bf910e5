package dev.sommelier.llm.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/// A server of bytes, for answers that no HTTP library would give. It lists no models and leaves every other answer to
/// the test, on a connection of its own.
final class RawServer implements AutoCloseable {
    private static final String MODELS = "{\"data\":[]}";

    private final ServerSocket socket;
    private final Answer answer;
    private final CompletableFuture<IOException> broken = new CompletableFuture<>();

    /// Writes what follows the request.
    interface Answer {
        void write(Socket socket) throws IOException;
    }

    /// Starts it on loopback.
    ///
    /// @param socket plain or with TLS
    RawServer(ServerSocket socket, Answer answer) {
        this.socket = socket;
        this.answer = answer;
        Thread.ofVirtual().name("raw-server").start(this::accept);
    }

    static RawServer start(Answer answer) throws IOException {
        return new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answer);
    }

    /// The head of a successful answer.
    static byte[] head(String... headers) {
        return ("HTTP/1.1 200 OK\r\n" + String.join("\r\n", headers) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    URI url(String scheme) {
        return URI.create(
                scheme + "://" + socket.getInetAddress().getHostAddress() + ":" + socket.getLocalPort() + "/v1");
    }

    /// Completed when the caller closed a connection while the answer was written.
    CompletableFuture<IOException> broken() {
        return broken;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                // Closed by the test.
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            String line = request(new BufferedInputStream(connection.getInputStream()));
            if (line.contains("/models")) {
                connection.getOutputStream().write(head("Content-Length: " + MODELS.length(), "Connection: close"));
                connection.getOutputStream().write(MODELS.getBytes(StandardCharsets.US_ASCII));
            } else {
                answer.write(connection);
            }
        } catch (IOException e) {
            broken.complete(e);
        }
    }

    /// Reads a whole request and returns its first line.
    private static String request(InputStream in) throws IOException {
        String first = line(in);
        long body = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                body = Long.parseLong(header.substring(15).strip());
            }
        }
        in.skipNBytes(body);
        return first;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
