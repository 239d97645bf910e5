package dev.sommelier.llm.local;

import java.util.Optional;
import java.util.function.Consumer;

/// How to open a model in process.
///
/// @param contextTokens the most tokens of prompt and reply together; less when the model was trained for less
/// @param threads the number of threads that decode
/// @param gpuLayers the number of layers to place on a GPU; has an effect only with a library built for one
/// @param seed the seed of replies with a temperature above 0
/// @param log receives the native library's log lines
/// @param adapter changes of the model's weights
public record EngineOptions(
        int contextTokens, int threads, int gpuLayers, long seed, Consumer<String> log, Optional<LoraAdapter> adapter) {
    private static final int MOST_THREADS = 8;

    public EngineOptions {
        if (contextTokens < 64 || threads < 1 || gpuLayers < 0) {
            throw new IllegalArgumentException("an engine needs at least 64 context tokens, 1 thread and 0 GPU layers,"
                    + " got " + contextTokens + ", " + threads + " and " + gpuLayers);
        }
    }

    /// 4096 tokens, one thread a processor up to eight, no GPU, silent, no adapter.
    public static EngineOptions defaults() {
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
        return new EngineOptions(4096, threads, 0, 0, line -> {}, Optional.empty());
    }

    /// The same with another context length.
    public EngineOptions withContextTokens(int tokens) {
        return new EngineOptions(tokens, threads, gpuLayers, seed, log, adapter);
    }

    /// The same with another number of threads.
    public EngineOptions withThreads(int count) {
        return new EngineOptions(contextTokens, count, gpuLayers, seed, log, adapter);
    }

    /// The same with another seed.
    public EngineOptions withSeed(long value) {
        return new EngineOptions(contextTokens, threads, gpuLayers, value, log, adapter);
    }

    /// The same with a listener for the native library's log.
    public EngineOptions withLog(Consumer<String> listener) {
        return new EngineOptions(contextTokens, threads, gpuLayers, seed, listener, adapter);
    }

    /// The same with changes of the model's weights.
    public EngineOptions withAdapter(LoraAdapter changes) {
        return new EngineOptions(contextTokens, threads, gpuLayers, seed, log, Optional.of(changes));
    }
}
