package dev.sommelier.llm.local;

import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.gguf.GgufFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;

/// What a model takes in memory: its weights, and the keys and values of a full context. Scratch memory of the decoder
/// comes on top, so what passes here can still be tight.
///
/// @param model the file, for messages
/// @param modelBytes the size of the weights
/// @param cacheBytes the size of the keys and values
/// @param contextTokens the length of the context
record MemoryNeed(Path model, long modelBytes, long cacheBytes, int contextTokens) {
    static MemoryNeed of(Path gguf, GgufFile header, int contextTokens) {
        try {
            return new MemoryNeed(gguf, Files.size(gguf), header.cacheBytesPerToken() * contextTokens, contextTokens);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param available the memory that can be had; empty where the system does not tell, then nothing is refused
    /// @throws SommelierException if more is needed than can be had
    void check(OptionalLong available) {
        if (available.isPresent() && modelBytes + cacheBytes > available.getAsLong()) {
            throw new SommelierException(model + " needs " + megabytes(modelBytes + cacheBytes) + " of memory ("
                    + megabytes(modelBytes) + " for the model, " + megabytes(cacheBytes) + " for a context of "
                    + contextTokens + " tokens), but " + megabytes(available.getAsLong())
                    + " are available; open it with a smaller --context, or choose a smaller model.");
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", Math.round(bytes / 1e6));
    }
}
