package dev.sommelier.llm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.gguf.GgufFile;
import dev.sommelier.llm.testing.TinyGguf;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryNeedTest {
    /// Two layers, two heads of 32 for keys and for values, two bytes each.
    private static final long TINY_TOKEN_BYTES = 2 * 2 * (32 + 32) * 2;

    @TempDir
    Path folder = Path.of("");

    @Test
    void aNeedIsTheFileAndTheKeysAndValuesOfTheContext() throws Exception {
        var model = TinyGguf.write(folder.resolve("tiny.gguf"), 7);
        var need = MemoryNeed.of(model, GgufFile.read(model), 1000);

        assertThat(need.modelBytes()).isEqualTo(Files.size(model));
        assertThat(need.cacheBytes()).isEqualTo(1000 * TINY_TOKEN_BYTES);
    }

    @Test
    void tooLittleMemoryIsRefusedWithBothFiguresAndTheNextStep() {
        var need = new MemoryNeed(Path.of("big.gguf"), 4_000_000_000L, 1_000_000_000L, 8192);

        assertThatThrownBy(() -> need.check(OptionalLong.of(4_999_000_000L)))
                .isInstanceOf(SommelierException.class)
                .hasMessage("big.gguf needs 5,000 MB of memory (4,000 MB for the model, 1,000 MB for a context of 8192"
                        + " tokens), but 4,999 MB are available; open it with a smaller --context, or choose a smaller"
                        + " model.");
        assertThatCode(() -> need.check(OptionalLong.of(5_000_000_000L))).doesNotThrowAnyException();
        assertThatCode(() -> need.check(OptionalLong.empty())).doesNotThrowAnyException();
    }

    @Test
    void aContextBeyondTheMachineIsRefusedBeforeTheModelIsLoaded() throws Exception {
        var model = TinyGguf.write(folder.resolve("long.gguf"), 7);
        byte[] bytes = Files.readAllBytes(model);
        var key = "llama.context_length";
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(key) + key.length() + Integer.BYTES;
        bytes[at + 3] = 0x7f;
        Files.write(model, bytes);

        assertThatThrownBy(
                        () -> LocalEngine.open(model, EngineOptions.defaults().withContextTokens(2_000_000_000)))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("1,024,000 MB for a context of 2000000000 tokens")
                .hasMessageContaining("smaller --context");
    }

    @Test
    void availableIsTheSmallerOfMachineAndControlGroup() throws Exception {
        var meminfo = Files.writeString(
                folder.resolve("meminfo"), "MemTotal:  9000 kB\nMemFree:   10 kB\nMemAvailable:   8000 kB\n");
        assertThat(AvailableMemory.of(meminfo, folder.resolve("none"))).hasValue(8000 * 1024);

        Files.writeString(folder.resolve("memory.max"), "5000000\n");
        Files.writeString(folder.resolve("memory.current"), "3000000\n");
        Files.writeString(folder.resolve("memory.stat"), "anon 5\ninactive_file 500000\n");
        assertThat(AvailableMemory.of(meminfo, folder)).hasValue(2_500_000);

        Files.writeString(folder.resolve("memory.max"), "max\n");
        assertThat(AvailableMemory.of(meminfo, folder)).hasValue(8000 * 1024);
        assertThat(AvailableMemory.of(folder.resolve("none"), folder)).isEmpty();
    }
}
