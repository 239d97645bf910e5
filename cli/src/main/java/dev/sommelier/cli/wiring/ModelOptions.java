package dev.sommelier.cli.wiring;

import dev.sommelier.cli.terminal.Heading;
import dev.sommelier.llm.store.ModelCatalog;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of every command that needs a language model.
@Heading("The model")
public final class ModelOptions {
    @Option(
            names = "--model",
            paramLabel = "ID|FILE",
            defaultValue = ModelCatalog.DEFAULT_ID,
            description = "A model of 'sommelier model list', or a GGUF file (default: ${DEFAULT-VALUE}).")
    String model = "";

    @Option(
            names = "--lora",
            paramLabel = "FILE[:SCALE]",
            description = "A LoRA adapter for the in-process model as a GGUF file (default scale: 1).")
    Optional<String> lora = Optional.empty();

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Use an OpenAI-compatible server (vLLM, llama-server, Ollama) instead of the in-process"
                    + " engine, such as http://127.0.0.1:8000/v1.")
    Optional<URI> server = Optional.empty();

    @Option(
            names = "--server-model",
            paramLabel = "NAME",
            description = "The server's name of the model (default: the value of --model).")
    Optional<String> serverModel = Optional.empty();

    @Mixin
    ServerSettings serverSettings = new ServerSettings();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads of the in-process engine (default: one a processor, at most 8).")
    Optional<Integer> threads = Optional.empty();

    @Option(
            names = "--context",
            paramLabel = "TOKENS",
            defaultValue = "4096",
            description = "Context of the in-process engine (default: ${DEFAULT-VALUE}).")
    int context;

    /// Replaces the number of threads, which changes no answer.
    public void useThreads(int count) {
        threads = Optional.of(count);
    }

    /// Replaces the address of the server, and how it is asked, where they are given.
    public void useServer(Optional<URI> address, ServerSettings settings) {
        server = address.or(() -> server);
        serverSettings = settings.orElse(serverSettings);
    }

    /// Replaces what changes no answer by what others were given: the server's address, how it is asked, threads.
    public void useRunning(ModelOptions others) {
        useServer(others.server, others.serverSettings);
        threads = others.threads.or(() -> threads);
    }

    /// The model as the user named it.
    public String model() {
        return model;
    }
}
