package dev.sommelier.llm.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.testing.TinyGguf;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufFileTest {
    @TempDir
    Path folder;

    private Path model;
    private byte[] bytes;

    @BeforeEach
    void writeModel() throws Exception {
        model = TinyGguf.write(folder.resolve("tiny.gguf"), 1);
        bytes = Files.readAllBytes(model);
    }

    private Path damaged(byte[] content) throws Exception {
        return Files.write(folder.resolve("damaged.gguf"), content);
    }

    @Test
    void readsWhatTheFileSaysOfItself() {
        var header = GgufFile.read(model);

        assertThat(header.architecture()).isEqualTo("llama");
        assertThat(header.name()).contains("tiny random test model");
        assertThat(header.contextTokens()).contains(4096L);
        assertThat(header.tensors()).isEqualTo(21);
    }

    @Test
    void sameSeedWritesTheSameModel() throws Exception {
        var again = TinyGguf.write(folder.resolve("again.gguf"), 1);

        assertThat(Files.mismatch(model, again)).isEqualTo(-1);
    }

    @Test
    void saysWhatAWrongFileStartsWith() throws Exception {
        assertThatThrownBy(() ->
                        GgufFile.read(damaged("<html><body>Not found, sorry</body>".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("it starts with \"<htm\", not with \"GGUF\"");
    }

    @Test
    void refusesAFileThatIsShorterThanItsTensors() throws Exception {
        assertThatThrownBy(() -> GgufFile.read(damaged(Arrays.copyOf(bytes, bytes.length - 100))))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("its tensor table needs " + bytes.length);
    }

    @Test
    void refusesEveryCutAndEveryDamageOfMagicAndVersionWithAMessage() throws Exception {
        var random = new Random(3);
        for (int trial = 0; trial < 300; trial++) {
            byte[] content = Arrays.copyOf(bytes, trial % 2 == 0 ? random.nextInt(9_000) : bytes.length);
            if (trial % 2 == 1) {
                content[random.nextInt(8)] ^= (byte) (1 << (4 + random.nextInt(4)));
            }
            var file = damaged(content);
            assertThatThrownBy(() -> GgufFile.read(file))
                    .as("trial %d of seed 3", trial)
                    .isInstanceOf(SommelierException.class)
                    .hasMessageContaining("is no usable GGUF model");
        }
    }

    @Test
    void namesAMissingFile() {
        assertThatThrownBy(() -> GgufFile.read(folder.resolve("none.gguf")))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("There is no model file");
    }
}
