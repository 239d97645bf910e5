package dev.sommelier.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// SHA-256 in lower-case hexadecimal.
public final class Hashes {
    private Hashes() {}

    /// The hash of a file's bytes.
    ///
    /// @throws dev.sommelier.core.SommelierException if the file cannot be read
    public static String sha256(Path file) {
        var digest = newDigest();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, out);
        } catch (IOException e) {
            throw Failures.reading(file, e);
        }
        return hex(digest);
    }

    /// The hash of these bytes.
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(newDigest().digest(bytes));
    }

    /// The hash of a text's UTF-8 bytes.
    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The hash of keys with their values, which does not depend on their order.
    public static String sha256(Map<String, String> values) {
        var text = new StringBuilder();
        new TreeMap<>(values)
                .forEach((key, value) ->
                        text.append(key).append('\0').append(value).append('\0'));
        return sha256(text.toString());
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
