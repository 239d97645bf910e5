package dev.sommelier.llm.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.core.TextEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedEncoderTest {
    @TempDir
    Path folder;

    private final List<List<String>> encoded = new ArrayList<>();

    /// Encodes a text as its length.
    private final class Lengths implements TextEncoder {
        @Override
        public String name() {
            return "lengths";
        }

        @Override
        public float[][] encode(List<String> texts) {
            encoded.add(List.copyOf(texts));
            return texts.stream()
                    .map(text -> new float[] {1f / text.length(), -0f})
                    .toArray(float[][]::new);
        }
    }

    private CachedEncoder cached(String name) {
        return new CachedEncoder(name, Lengths::new, folder.resolve("vectors.db"));
    }

    @Test
    void encodesEachTextOnceInOneBatchOfMisses() {
        var first = cached("lengths").encode(List.of("aaa", "b", "aaa"));
        var second = cached("lengths").encode(List.of("cc", "b", "dddd", "aaa"));

        assertThat(first).isDeepEqualTo(new float[][] {{1f / 3, -0f}, {1, -0f}, {1f / 3, -0f}});
        assertThat(second).isDeepEqualTo(new float[][] {{.5f, -0f}, {1, -0f}, {.25f, -0f}, {1f / 3, -0f}});
        assertThat(encoded).containsExactly(List.of("aaa", "b"), List.of("cc", "dddd"));
    }

    @Test
    void neverLoadsTheEncoderWhenAllIsThere() {
        cached("lengths").encode(List.of("a"));
        var unloadable = new CachedEncoder(
                "lengths",
                () -> {
                    throw new AssertionError("loaded");
                },
                folder.resolve("vectors.db"));
        assertThat(unloadable.encode(List.of("a", "a"))).hasDimensions(2, 2);
        assertThat(unloadable.encode(List.of())).isEmpty();
    }

    @Test
    void anotherEncoderHasVectorsOfItsOwn() {
        cached("lengths").encode(List.of("a"));
        cached("other").encode(List.of("a"));
        assertThat(encoded).hasSize(2);
    }

    @Test
    void keptVectorsAreCountedAndRemoved() {
        var file = new VectorFile(folder.resolve("vectors.db"));
        assertThat(file.stats()).isEqualTo(new VectorFile.Stats(0, 0));
        cached("lengths").encode(List.of("a", "bb"));

        var held = new VectorFile.Stats(2, 2 * (32 + 2 * Float.BYTES));
        assertThat(file.stats()).isEqualTo(held);
        assertThat(file.clear()).isEqualTo(held);
        assertThat(file.stats()).isEqualTo(new VectorFile.Stats(0, 0));
        cached("lengths").encode(List.of("a"));
        assertThat(encoded).hasSize(2);
    }

    @Test
    void aFileThatCannotBeUsedOnlyCostsTime() throws IOException {
        Files.writeString(folder.resolve("vectors.db"), "no database at all, but a text of some length ".repeat(30));
        assertThat(cached("lengths").encode(List.of("bb"))).isDeepEqualTo(new float[][] {{.5f, -0f}});
        Files.delete(folder.resolve("vectors.db"));
        Files.createDirectory(folder.resolve("vectors.db"));
        assertThat(cached("lengths").encode(List.of("bb"))).isDeepEqualTo(new float[][] {{.5f, -0f}});
    }
}
