package dev.sommelier.io;

import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/// Fetches files over HTTPS: resumes what broke off, checks what arrived, and shows it only when whole.
///
/// An interrupted transfer stays as `NAME.part`; the next call for the same target goes on from there with a `Range`
/// request, bound to the server's version of the file by `If-Range`, and starts again where the server does not do
/// that. Bytes that fail their checksum are deleted. Without a network a call fails within some five seconds. Safe for
/// use by several threads; two calls for the same target at a time are refused.
public final class Downloader {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration READ_LIMIT = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 3;

    private final Supplier<OkHttpClient> client;

    /// Made when something is fetched: making it takes longer than opening a data set that is here.
    private static final class Shared {
        static final OkHttpClient CLIENT = new OkHttpClient.Builder()
                .dns(new TimedDns(Dns.SYSTEM, CONNECT_LIMIT))
                .connectTimeout(CONNECT_LIMIT)
                .readTimeout(READ_LIMIT)
                .followSslRedirects(false)
                .build();
    }

    /// With time limits of 5 seconds to connect and 30 for the next bytes; HTTPS never falls back to HTTP.
    public Downloader() {
        this.client = () -> Shared.CLIENT;
    }

    /// With a client of one's own.
    public Downloader(OkHttpClient client) {
        this.client = () -> client;
    }

    /// Brings a file to its target; one that already has the checksum is left alone, without a request.
    ///
    /// @param source an `https` or `http` address
    /// @param checksum what the bytes must be; without one, only the length that the server states is checked
    /// @return the target
    /// @throws SommelierException if the server cannot be reached, refuses, sends something else, or the target cannot
    ///     be written
    public Path fetch(URI source, Path target, Optional<Checksum> checksum, Progress progress) {
        requireHttp(source);
        if (checksum.isPresent() && checksum.get().matches(target)) {
            return target;
        }
        try (var part = PartFile.open(target, source, checksum.isPresent())) {
            long size = checksum.map(Checksum::size).orElse(-1L);
            if (size < 0 || part.size() != size) {
                transfer(new Transfer(source, part, size, progress, String.valueOf(target.getFileName())));
            }
            var violation = checksum.flatMap(wanted -> wanted.violation(part.path()));
            if (violation.isPresent()) {
                part.discard();
                throw new SommelierException(display(source) + ": " + violation.get()
                        + "; the file was deleted, try again or use another source");
            }
            part.moveIntoPlace();
            return target;
        }
    }

    private record Transfer(URI source, PartFile part, long size, Progress progress, String task) {}

    /// A transfer that broke off on the network's side, as opposed to the disk's.
    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(IOException cause) {
            super(cause);
        }

        IOException reason() {
            return getCause() instanceof IOException e ? e : new IOException(getCause());
        }
    }

    private void transfer(Transfer transfer) {
        for (int attempt = 1; ; attempt++) {
            long before = transfer.part.size();
            try {
                request(transfer);
                return;
            } catch (Broken e) {
                boolean hopeless =
                        transfer.part.size() <= before || Thread.currentThread().isInterrupted();
                if (hopeless || attempt == ATTEMPTS) {
                    throw stopped(transfer, e.reason());
                }
            }
        }
    }

    private static SommelierException stopped(Transfer transfer, IOException cause) {
        long done = transfer.part.size();
        var where = display(transfer.source) + ": " + Failures.networkReason(cause);
        return done == 0
                ? new SommelierException(where + "; check the network connection or use another source", cause)
                : new SommelierException(
                        where + " after " + done + " bytes; run the same command again to go on from there", cause);
    }

    private void request(Transfer transfer) throws Broken {
        long have = transfer.part.size();
        // The coding would make the stated length and the ranges those of the compressed stream.
        var request = new Request.Builder().url(transfer.source.toString()).header("Accept-Encoding", "identity");
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
            transfer.part.validator().ifPresent(value -> request.header("If-Range", value));
        }
        try (var response = execute(request.build())) {
            switch (response.code()) {
                case 200 -> {
                    transfer.part.restart(validator(response));
                    receive(transfer, response);
                }
                case 206 -> {
                    requireRange(transfer, response, have);
                    receive(transfer, response);
                }
                case 416 -> {
                    requireSomething(transfer, have);
                    transfer.part.restart(Optional.empty());
                    request(transfer);
                }
                default -> throw refused(transfer.source, response.code());
            }
        }
    }

    private Response execute(Request request) throws Broken {
        try {
            return client.get().newCall(request).execute();
        } catch (IOException e) {
            throw new Broken(e);
        }
    }

    private static void receive(Transfer transfer, Response response) throws Broken {
        long done = transfer.part.size();
        long length = response.body().contentLength();
        long total = length < 0 ? transfer.size : done + length;
        var buffer = new byte[1 << 16];
        var in = response.body().byteStream();
        transfer.progress.update(transfer.task, done, total);
        for (int n = read(in, buffer); n >= 0; n = read(in, buffer)) {
            done += n;
            if (transfer.size >= 0 && done > transfer.size) {
                transfer.part.discard();
                throw new SommelierException(display(transfer.source) + ": expected " + transfer.size
                        + " bytes, the server sends more; the file was deleted, use another source");
            }
            transfer.part.append(ByteBuffer.wrap(buffer, 0, n));
            transfer.progress.update(transfer.task, done, total);
        }
    }

    private static int read(InputStream in, byte[] buffer) throws Broken {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new Broken(e);
        }
    }

    private static void requireRange(Transfer transfer, Response response, long have) {
        var range = response.header("Content-Range", "");
        if (have == 0 || range == null || !range.startsWith("bytes " + have + "-")) {
            transfer.part.discard();
            throw new SommelierException(display(transfer.source) + ": asked for bytes from " + have
                    + ", the server sent the range \"" + range + "\"; try again or use another source");
        }
    }

    private static void requireSomething(Transfer transfer, long have) {
        if (have == 0) {
            throw refused(transfer.source, 416);
        }
    }

    private static SommelierException refused(URI source, int status) {
        return new SommelierException(display(source) + ": the server answered status " + status
                + "; check the address or use another source");
    }

    /// What `If-Range` accepts: a strong entity tag, else the time of the last change.
    private static Optional<String> validator(Response response) {
        return Optional.ofNullable(response.header("ETag"))
                .filter(tag -> !tag.startsWith("W/"))
                .or(() -> Optional.ofNullable(response.header("Last-Modified")));
    }

    private static void requireHttp(URI source) {
        var scheme = source.getScheme();
        if (source.getHost() == null || !("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))) {
            throw new SommelierException("a download needs an https address, got scheme \"" + scheme
                    + "\"; give one such as https://host/file");
        }
    }

    /// The address as people may see it: without user, password and query.
    private static String display(URI source) {
        return source.getHost() + source.getPath();
    }
}
