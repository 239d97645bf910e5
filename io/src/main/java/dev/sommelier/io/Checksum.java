package dev.sommelier.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// What a file's bytes must be.
///
/// @param sha256 the SHA-256, 64 hexadecimal digits
/// @param size the number of bytes; below 0 where unknown
public record Checksum(String sha256, long size) {
    public Checksum {
        sha256 = sha256.toLowerCase(Locale.ROOT);
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits, got \"" + sha256 + "\"");
        }
    }

    /// Whether a file exists with these bytes.
    ///
    /// @throws SommelierException if the file exists but cannot be read
    public boolean matches(Path file) {
        return Files.isRegularFile(file) && violation(file).isEmpty();
    }

    /// How an existing file differs, as the end of a sentence; empty when it does not.
    Optional<String> violation(Path file) {
        try {
            var bytes = Files.size(file);
            if (size >= 0 && bytes != size) {
                return Optional.of("expected " + size + " bytes, got " + bytes);
            }
        } catch (IOException e) {
            throw Failures.reading(file, e);
        }
        var actual = Hashes.sha256(file);
        return actual.equals(sha256) ? Optional.empty() : Optional.of("expected SHA-256 " + sha256 + ", got " + actual);
    }
}
