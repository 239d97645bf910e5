package dev.sommelier.llm.gguf;

import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A model file's header: what it says of itself, with the promise that the file is as long as its tensor table says.
///
/// Native code trusts the numbers in a file, and a damaged one can end the JVM; so each file is read here first.
///
/// @param version the format's version, 2 or 3
/// @param metadata texts, numbers and truth values by key; arrays are left out
/// @param tensors the number of tensors
/// @param kinds ggml's names of the kinds of numbers in them, such as `f32` and `q8_0`
public record GgufFile(int version, Map<String, Object> metadata, int tensors, Set<String> kinds) {
    public GgufFile {
        kinds = Set.copyOf(kinds);
        metadata = Collections.unmodifiableMap(metadata);
    }

    /// Reads and checks a file.
    ///
    /// @throws SommelierException if the file is missing, no GGUF, damaged or cut off
    public static GgufFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new SommelierException("There is no model file " + file
                    + "; check the path, or see the models to fetch with: sommelier model list");
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ);
                var arena = Arena.ofConfined()) {
            long size = channel.size();
            if (size < GgufReader.HEADER_BYTES) {
                throw new GgufReader.Damaged(
                        "the file has " + size + " bytes, a header alone has " + GgufReader.HEADER_BYTES);
            }
            return new GgufReader(channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena)).read();
        } catch (GgufReader.Damaged e) {
            throw new SommelierException(
                    file + " is no usable GGUF model: " + e.getMessage() + "; fetch or copy the file again.", e);
        } catch (IOException e) {
            throw new SommelierException(
                    "Cannot read the model file " + file + " (" + e.getMessage() + "); check its permissions.", e);
        }
    }

    /// The model's architecture, such as `llama` or `qwen2`.
    public String architecture() {
        return text("general.architecture").orElse("unknown");
    }

    /// The model's name.
    public Optional<String> name() {
        return text("general.name");
    }

    /// The length of context that the model was trained for.
    public Optional<Long> contextTokens() {
        return number("context_length");
    }

    /// The bytes that the keys and values of one token take in 16-bit floats, over all layers; 0 where the header does
    /// not tell. Layers with fewer heads than the header's single number are counted as if they had all.
    public long cacheBytesPerToken() {
        long heads = number("attention.head_count").orElse(0L);
        long each = heads == 0 ? 0 : number("embedding_length").orElse(0L) / heads;
        long keys = number("attention.key_length").orElse(each);
        long values = number("attention.value_length").orElse(each);
        long kept = number("attention.head_count_kv").orElse(heads);
        return number("block_count").orElse(0L) * kept * (keys + values) * Short.BYTES;
    }

    private Optional<Long> number(String key) {
        return metadata.get(architecture() + "." + key) instanceof Number number
                ? Optional.of(number.longValue())
                : Optional.empty();
    }

    /// A text of the metadata.
    public Optional<String> text(String key) {
        return metadata.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
