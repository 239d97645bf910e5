package dev.sommelier.llm.server;

import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.function.Consumer;

/// A server's key, from the environment or a file; never shown.
public final class ApiKey {
    private final String value;
    private final String source;

    private ApiKey(String value, String source) {
        this.value = value;
        this.source = source;
    }

    /// The key in an environment variable.
    ///
    /// @throws SommelierException if there is none
    public static ApiKey fromEnvironment(String variable) {
        return fromEnvironment(variable, System.getenv());
    }

    static ApiKey fromEnvironment(String variable, Map<String, String> environment) {
        var key = environment.get(variable);
        if (key == null || key.isBlank()) {
            throw new SommelierException(
                    "the environment variable " + variable + " holds no API key; set it or leave the option out");
        }
        return new ApiKey(key.strip(), "variable");
    }

    /// The key in a file.
    ///
    /// @param warnings told where others than the owner can read the file
    /// @throws SommelierException if the file cannot be read or holds none
    public static ApiKey fromFile(Path file, Consumer<String> warnings) {
        try {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                var permissions = Files.getPosixFilePermissions(file);
                if (permissions.contains(PosixFilePermission.GROUP_READ)
                        || permissions.contains(PosixFilePermission.OTHERS_READ)) {
                    warnings.accept("others can read the key in " + file + "; chmod 600 it");
                }
            }
            String key = Files.readString(file).strip();
            if (key.isEmpty() || key.lines().count() > 1) {
                throw new SommelierException(
                        "the key file " + file + " holds not one line; write the key alone into it");
            }
            return new ApiKey(key, "file");
        } catch (IOException e) {
            throw new SommelierException("the key file " + file + " cannot be read; check --server-key-file", e);
        }
    }

    String value() {
        return value;
    }

    /// Where the key comes from: `variable` or `file`.
    String source() {
        return source;
    }

    @Override
    public String toString() {
        return "key from a " + source;
    }
}
