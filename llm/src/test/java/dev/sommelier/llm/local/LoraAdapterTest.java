package dev.sommelier.llm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.llm.gguf.GgufFile;
import dev.sommelier.llm.testing.TinyGguf;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoraAdapterTest {
    @Test
    void aScaleStandsBehindTheLastColon() {
        assertThat(LoraAdapter.parse("a.gguf")).isEqualTo(new LoraAdapter(Path.of("a.gguf"), 1));
        assertThat(LoraAdapter.parse("a.gguf:0.5")).isEqualTo(new LoraAdapter(Path.of("a.gguf"), 0.5f));
        assertThat(LoraAdapter.parse("x:y/a:-2")).isEqualTo(new LoraAdapter(Path.of("x:y/a"), -2));
        assertThat(LoraAdapter.parse("x:y/a")).isEqualTo(new LoraAdapter(Path.of("x:y/a"), 1));
    }

    @Test
    void weightsThatTheLibraryLaysOutAnewAreRefusedBeforeItCrashes(@TempDir Path folder) {
        var adapter = new LoraAdapter(TinyGguf.writeAdapter(folder.resolve("lora.gguf"), "llama", 64, 3), 1);

        adapter.check(Path.of("m.gguf"), model(Set.of("f32", "q8_0", "q4_1", "q6_K")));
        assertThatThrownBy(() -> adapter.check(Path.of("m.gguf"), model(Set.of("f32", "q4_0", "q6_K"))))
                .hasMessageStartingWith(
                        "llama.cpp b4916 lays no LoRA adapter over weights of kind q4_0, which the model"
                                + " m.gguf has; take the model with other weights");
    }

    private static GgufFile model(Set<String> kinds) {
        return new GgufFile(3, Map.of("general.architecture", "llama"), 2, kinds);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> LoraAdapter.parse("a.gguf:half"))
                .hasMessage("a LoRA adapter is FILE or FILE:SCALE with a number as SCALE, got \"a.gguf:half\"");
        assertThatThrownBy(() -> LoraAdapter.parse("a.gguf:NaN"))
                .hasMessage("the scale of a LoRA adapter must be a finite number, got NaN");
    }
}
