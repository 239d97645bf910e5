package dev.sommelier.llm.server;

import dev.sommelier.llm.server.http.HttpLimits;
import dev.sommelier.llm.server.http.Pauses;
import java.util.Optional;

/// How a server is used.
///
/// @param key the server's key
/// @param limits what calls may take
/// @param pauses the clock
/// @param seed the chance in pauses between tries
public record ServerOptions(Optional<ApiKey> key, HttpLimits limits, Pauses pauses, long seed) {
    /// No key and [HttpLimits#defaults()].
    public static ServerOptions defaults() {
        return new ServerOptions(Optional.empty(), HttpLimits.defaults(), Pauses.real(), System.nanoTime());
    }

    /// These options with a key.
    public ServerOptions withKey(ApiKey key) {
        return new ServerOptions(Optional.of(key), limits, pauses, seed);
    }

    /// These options with other limits.
    public ServerOptions withLimits(HttpLimits limits) {
        return new ServerOptions(key, limits, pauses, seed);
    }

    /// These options with another clock and seed.
    public ServerOptions withPauses(Pauses pauses, long seed) {
        return new ServerOptions(key, limits, pauses, seed);
    }
}
