package dev.sommelier.cli.wiring;

import dev.sommelier.cli.terminal.Heading;
import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.server.ApiKey;
import dev.sommelier.llm.server.ServerOptions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/// Where a server's key is; never the key itself, as command lines are seen by others.
@Heading("A model server")
public final class ServerKeyOptions {
    @Option(
            names = "--server-key-env",
            paramLabel = "VARIABLE",
            description = "The environment variable that holds the server's key.")
    Optional<String> variable = Optional.empty();

    @Option(names = "--server-key-file", paramLabel = "FILE", description = "The file that holds the server's key.")
    Optional<Path> file = Optional.empty();

    /// These, or those where no key is named here.
    ServerKeyOptions orElse(ServerKeyOptions others) {
        return variable.isPresent() || file.isPresent() ? this : others;
    }

    /// The options with the key, where one is named.
    ///
    /// @param warnings told where others can read the key's file
    public ServerOptions apply(ServerOptions options, Consumer<String> warnings) {
        if (variable.isPresent() && file.isPresent()) {
            throw new SommelierException("--server-key-env and --server-key-file are both given; leave one out");
        }
        var key = variable.map(ApiKey::fromEnvironment).or(() -> file.map(path -> ApiKey.fromFile(path, warnings)));
        return key.map(options::withKey).orElse(options);
    }
}
