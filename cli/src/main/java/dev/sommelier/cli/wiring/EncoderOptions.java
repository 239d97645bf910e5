package dev.sommelier.cli.wiring;

import dev.sommelier.cli.terminal.Output;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TextEncoder;
import dev.sommelier.io.Hashes;
import dev.sommelier.io.Home;
import dev.sommelier.llm.encode.CachedEncoder;
import dev.sommelier.llm.encode.GgufEncoder;
import dev.sommelier.llm.server.ApiKey;
import dev.sommelier.llm.server.ServerEncoder;
import dev.sommelier.llm.server.ServerOptions;
import dev.sommelier.llm.store.ModelStore;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/// What turns texts of items into vectors. Vectors are kept by the encoder and the text's content, so an encoder is
/// only
/// loaded, or a server only asked, for texts that it has not encoded before.
public final class EncoderOptions {
    private static final String IN_PROCESS = "minilm";

    @Option(
            names = "--encoder",
            paramLabel = "minilm|ID|FILE|URL",
            defaultValue = IN_PROCESS,
            description = "What turns texts into vectors: all-MiniLM-L6-v2, a GGUF embedding model, or a server's"
                    + " /v1/embeddings (default: ${DEFAULT-VALUE}).")
    String encoder = IN_PROCESS;

    @Option(
            names = "--encoder-model",
            paramLabel = "NAME",
            description = "The server's name of the embedding model; only with a URL.")
    Optional<String> model = Optional.empty();

    @Option(
            names = "--encoder-key-env",
            paramLabel = "VARIABLE",
            description = "The environment variable that holds the key of the encoder's server.")
    Optional<String> key = Optional.empty();

    /// The encoder that the options name. A model of the list that is not here is fetched now; it is loaded when there
    /// is
    /// something to encode.
    ///
    /// @throws SommelierException if there is no such model, or options do not belong together
    public Supplier<TextEncoder> open(Output output) {
        var named = encoder.toLowerCase(Locale.ROOT);
        boolean server = named.startsWith("http://") || named.startsWith("https://");
        if (server != model.isPresent() || (key.isPresent() && !server)) {
            throw new SommelierException(
                    server
                            ? "--encoder " + encoder + " is a server: name its embedding model by --encoder-model NAME"
                            : "--encoder-model and --encoder-key-env belong to a server, but --encoder is " + encoder
                                    + "; give --encoder URL or leave them out");
        }
        TextEncoder cached;
        if (server) {
            var options = key.map(ApiKey::fromEnvironment)
                    .map(ServerOptions.defaults()::withKey)
                    .orElse(ServerOptions.defaults());
            var asked = ServerEncoder.at(url(), model.orElseThrow(), options);
            cached = new CachedEncoder(asked.name(), () -> asked, CachedEncoder.file(Home.fromEnvironment()));
        } else {
            cached = named(encoder, output);
        }
        return () -> cached;
    }

    /// The encoder that the options name, and those in this process that contenders may name.
    public Encoders encoders(Output output) {
        return new Encoders(open(output), name -> named(name, output));
    }

    /// An encoder in this process by the name that users give it.
    ///
    /// @throws SommelierException if there is no such model
    public static TextEncoder named(String encoder, Output output) {
        if (encoder.toLowerCase(Locale.ROOT).equals(IN_PROCESS)) {
            return Study.encoder().get();
        }
        var gguf = new ModelStore(Home.fromEnvironment()).get(encoder, output.progress());
        // by its content: files of the same name may hold other models
        var name = gguf.getFileName() + " sha256 " + Hashes.sha256(gguf);
        int threads = Math.min(8, Runtime.getRuntime().availableProcessors());
        return new CachedEncoder(
                name, () -> GgufEncoder.open(gguf, threads), CachedEncoder.file(Home.fromEnvironment()));
    }

    private URI url() {
        try {
            return new URI(encoder);
        } catch (URISyntaxException e) {
            throw new SommelierException(
                    "--encoder " + encoder + " is no address: " + e.getReason() + "; correct it", e);
        }
    }
}
