package dev.sommelier.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.SommelierException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import mockwebserver3.junit5.StartStop;
import okio.Buffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloaderTest {
    private static final byte[] BODY = "0123456789".repeat(50_000).getBytes(StandardCharsets.US_ASCII);
    private static final Checksum SUM = new Checksum(Hashes.sha256(BODY), BODY.length);

    @StartStop
    public final MockWebServer server = new MockWebServer();

    @TempDir
    Path folder;

    private final Downloader downloader = new Downloader();
    private Path target = Path.of("");

    @BeforeEach
    void placeTarget() {
        target = folder.resolve("models/file.bin");
    }

    @Test
    void bringsTheWholeFileAndTellsItsProgress() throws Exception {
        server.enqueue(whole().build());
        var seen = new ArrayList<String>();

        var fetched = downloader.fetch(
                uri(), target, Optional.of(SUM), (task, done, total) -> seen.add(task + " " + done + "/" + total));

        assertThat(fetched).isEqualTo(target).hasBinaryContent(BODY);
        assertThat(files()).containsExactly("file.bin");
        assertThat(seen).first().isEqualTo("file.bin 0/500000");
        assertThat(seen).last().isEqualTo("file.bin 500000/500000");
    }

    @Test
    void asksNobodyWhenTheFileIsThere() throws Exception {
        AtomicFiles.write(target, BODY);

        fetch(Optional.of(SUM));

        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void resumesWithinOneCallWhenTheServerCutsTheBody() throws Exception {
        server.setDispatcher(new ResumingDispatcher());

        fetch(Optional.of(SUM));

        assertThat(target).hasBinaryContent(BODY);
        assertThat(files()).containsExactly("file.bin");
        assertThat(next().getHeaders().get("Range")).isNull();
        var second = next();
        assertThat(second.getHeaders().get("Range")).matches("bytes=[1-9][0-9]*-");
        assertThat(second.getHeaders().get("If-Range")).isEqualTo("\"v1\"");
    }

    @Test
    void resumesInALaterCallWhenTheServerKeepsCutting() throws Exception {
        server.setDispatcher(new CuttingDispatcher());
        assertThatThrownBy(() -> fetch(Optional.of(SUM)))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("run the same command again to go on from there")
                .hasMessageNotContaining(String.valueOf(server.getPort()));
        assertThat(target).doesNotExist();
        long kept = Files.size(folder.resolve("models/file.bin.part"));
        assertThat(kept).isPositive();

        int before = server.getRequestCount();
        server.setDispatcher(new ResumingDispatcher());
        fetch(Optional.of(SUM));

        assertThat(target).hasBinaryContent(BODY);
        for (int i = 0; i < before; i++) {
            next();
        }
        assertThat(next().getHeaders().get("Range")).isEqualTo("bytes=" + kept + "-");
        assertThat(files()).containsExactly("file.bin");
    }

    @Test
    void startsAgainWhenTheServerIgnoresTheRange() throws Exception {
        leavePart("stale bytes of another version");
        server.enqueue(whole().build());

        fetch(Optional.of(SUM));

        assertThat(next().getHeaders().get("Range")).isEqualTo("bytes=30-");
        assertThat(target).hasBinaryContent(BODY);
    }

    @Test
    void startsAgainWhenTheServerHasNothingPastThePart() throws Exception {
        leavePart("stale");
        server.enqueue(new MockResponse.Builder().code(416).build());
        server.enqueue(whole().build());

        fetch(Optional.of(SUM));

        assertThat(target).hasBinaryContent(BODY);
    }

    @Test
    void doesNotResumeBytesThatNothingCanCheck() throws Exception {
        leavePart("stale");
        server.enqueue(whole().build());

        fetch(Optional.empty());

        assertThat(next().getHeaders().get("Range")).isNull();
        assertThat(target).hasBinaryContent(BODY);
    }

    @Test
    void refusesARangeThatWasNotAskedFor() throws Exception {
        leavePart("stale");
        server.enqueue(new MockResponse.Builder()
                .code(206)
                .addHeader("Content-Range", "bytes 9-10/11")
                .body("ab")
                .build());

        assertThatThrownBy(() -> fetch(Optional.of(SUM)))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("asked for bytes from 5")
                .hasMessageContaining("bytes 9-10/11");
        assertThat(files()).isEmpty();
    }

    @Test
    void deletesTheBytesOfAWrongChecksum() throws Exception {
        server.enqueue(whole().build());
        var wrong = new Checksum("0".repeat(64), BODY.length);

        assertThatThrownBy(() -> fetch(Optional.of(wrong)))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("expected SHA-256 " + wrong.sha256() + ", got " + SUM.sha256())
                .hasMessageContaining("the file was deleted");
        assertThat(files()).isEmpty();
    }

    @Test
    void stopsAServerThatSendsMoreThanStated() throws Exception {
        server.enqueue(whole().build());

        assertThatThrownBy(() -> fetch(Optional.of(new Checksum(SUM.sha256(), 1_000))))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("expected 1000 bytes, the server sends more");
        assertThat(files()).isEmpty();
    }

    @Test
    void saysTheStatusAndKeepsCredentialsOut() throws Exception {
        server.enqueue(new MockResponse.Builder().code(404).build());
        var secret = URI.create("http://user:pass@localhost:" + server.getPort() + "/file.bin?token=hidden");

        assertThatThrownBy(() -> downloader.fetch(secret, target, Optional.of(SUM), Progress.silent()))
                .isInstanceOf(SommelierException.class)
                .hasMessage(
                        "localhost/file.bin: the server answered status 404; check the address or use another source");
        assertThat(files()).isEmpty();
    }

    @Test
    void saysSoWhenNobodyListens() throws Exception {
        var gone = uri();
        server.close();

        assertThatThrownBy(() -> downloader.fetch(gone, target, Optional.of(SUM), Progress.silent()))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("no connection; check the network connection or use another source");
        assertThat(files()).isEmpty();
    }

    @Test
    void saysSoWhenTheTargetCannotBeWritten() throws Exception {
        var file = Files.writeString(folder.resolve("plain-file"), "x");

        assertThatThrownBy(
                        () -> downloader.fetch(uri(), file.resolve("below.bin"), Optional.of(SUM), Progress.silent()))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("cannot write " + file.resolve("below.bin"))
                .hasMessageContaining("check the folder and its permissions");
    }

    @Test
    void takesOnlyWebAddresses() {
        assertThatThrownBy(() ->
                        downloader.fetch(URI.create("file:///etc/passwd"), target, Optional.empty(), Progress.silent()))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("needs an https address, got scheme \"file\"");
    }

    private void fetch(Optional<Checksum> checksum) {
        downloader.fetch(uri(), target, checksum, Progress.silent());
    }

    private URI uri() {
        return server.url("/file.bin").uri();
    }

    private RecordedRequest next() throws InterruptedException {
        return server.takeRequest();
    }

    private void leavePart(String bytes) throws Exception {
        Files.createDirectories(folder.resolve("models"));
        Files.writeString(folder.resolve("models/file.bin.part"), bytes);
        Files.writeString(folder.resolve("models/file.bin.part.from"), uri().getHost() + uri().getPath() + "\n\n");
    }

    private java.util.List<String> files() throws Exception {
        try (var files = Files.list(folder.resolve("models"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static MockResponse.Builder whole() {
        return new MockResponse.Builder().body(new Buffer().write(BODY));
    }

    private static SocketEffect cut() {
        return new SocketEffect.CloseSocket(true, false, false);
    }

    private static MockResponse rest(RecordedRequest request) {
        var range = request.getHeaders().get("Range");
        if (range == null) {
            return whole().addHeader("ETag", "\"v1\"").build();
        }
        int from = Integer.parseInt(range.replaceAll("\\D", ""));
        return new MockResponse.Builder()
                .code(206)
                .addHeader("ETag", "\"v1\"")
                .addHeader("Content-Range", "bytes " + from + "-" + (BODY.length - 1) + "/" + BODY.length)
                .body(new Buffer().write(BODY, from, BODY.length - from))
                .build();
    }

    /// Cuts the first body and serves the rest.
    private static final class ResumingDispatcher extends mockwebserver3.Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest request) {
            var answer = rest(request);
            return answer.getCode() == 206
                    ? answer
                    : new MockResponse.Builder(answer).onResponseBody(cut()).build();
        }
    }

    /// Cuts every body.
    private static final class CuttingDispatcher extends mockwebserver3.Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder(rest(request)).onResponseBody(cut()).build();
        }
    }
}
