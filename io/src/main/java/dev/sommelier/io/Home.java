package dev.sommelier.io;

import dev.sommelier.core.SommelierException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where Sommelier keeps what it fetched and what it computed. The folders are made when something is written.
///
/// @param data models and data sets: costly to get again
/// @param cache everything that can be computed again
public record Home(Path data, Path cache) {
    private static final String NAME = "sommelier";

    /// `$SOMMELIER_HOME` when set, with `cache` inside; else `sommelier` in the XDG data and cache folders
    /// (`~/.local/share` and `~/.cache` by default).
    public static Home fromEnvironment() {
        return from(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /// Everything under one folder.
    public static Home at(Path folder) {
        return new Home(folder, folder.resolve("cache"));
    }

    static Home from(Map<String, String> environment, Path userHome) {
        var own = Optional.ofNullable(environment.get("SOMMELIER_HOME")).filter(value -> !value.isBlank());
        if (own.isPresent()) {
            var folder = Path.of(own.get());
            if (!folder.isAbsolute()) {
                throw new SommelierException("SOMMELIER_HOME must be an absolute path, got \"" + own.get()
                        + "\"; set it to one such as /data/sommelier, or unset it");
            }
            return at(folder);
        }
        return new Home(
                xdg(environment, "XDG_DATA_HOME", userHome.resolve(".local/share")),
                xdg(environment, "XDG_CACHE_HOME", userHome.resolve(".cache")));
    }

    /// The XDG specification says that relative paths are to be ignored.
    private static Path xdg(Map<String, String> environment, String variable, Path otherwise) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElse(otherwise)
                .resolve(NAME);
    }

    /// Whether a file lies in one of the folders.
    boolean holds(Path file) {
        var full = file.toAbsolutePath().normalize();
        return full.startsWith(data) || full.startsWith(cache);
    }

    /// The folder of the model files.
    public Path models() {
        return data.resolve("models");
    }

    /// The folder with one folder for each named data set.
    public Path datasets() {
        return data.resolve("datasets");
    }
}
