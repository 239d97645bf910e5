package dev.sommelier.llm.store;

import dev.sommelier.core.SommelierException;
import dev.sommelier.io.Checksum;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/// Asks a model hub for the hash of a file. The hub tells it on its own address, before it sends the client elsewhere.
final class HubFile {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private HubFile() {}

    /// What the file's bytes must be.
    static Checksum checksum(URI address) {
        var client = new OkHttpClient.Builder()
                .followRedirects(false)
                .callTimeout(LIMIT)
                .build();
        var request = new Request.Builder().url(address.toString()).head().build();
        try (var response = client.newCall(request).execute()) {
            if (response.code() >= 400) {
                throw new SommelierException(address + " answered with status " + response.code()
                        + "; check that the model is public and still there");
            }
            return checksum(address, response);
        } catch (IOException e) {
            throw new SommelierException(
                    "no answer from " + address.getHost() + "; check the network or give the path of a .gguf file", e);
        }
    }

    private static Checksum checksum(URI address, Response response) {
        String hash = response.header("X-Linked-Etag", "");
        String plain = hash == null ? "" : hash.replace("\"", "");
        if (!plain.matches("[0-9a-fA-F]{64}")) {
            throw new SommelierException(address + " states no SHA-256 (X-Linked-Etag is \"" + plain
                    + "\"); fetch the file by hand, check it and give its path");
        }
        String size = response.header("X-Linked-Size", "");
        return new Checksum(plain, size != null && size.matches("[0-9]{1,18}") ? Long.parseLong(size) : -1);
    }
}
