package dev.sommelier.llm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.sommelier.core.SommelierException;
import dev.sommelier.io.Hashes;
import dev.sommelier.llm.testing.TinyGguf;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A LoRA adapter that the test writes, in the real engine.
class LoraIT {
    private static final List<ChatMessage> ASKED = List.of(UserMessage.from("Alien?"));

    @TempDir
    static Path folder;

    private static Path model;
    private static Path adapter;

    @BeforeAll
    static void write() {
        model = TinyGguf.write(folder.resolve("tiny.gguf"), 7);
        adapter = TinyGguf.writeAdapter(folder.resolve("lora.gguf"), "llama", 64, 3);
    }

    private static LocalEngine open(Optional<LoraAdapter> changes) {
        var options = EngineOptions.defaults().withThreads(1).withContextTokens(512);
        return LocalEngine.open(model, changes.map(options::withAdapter).orElse(options));
    }

    private static LoraAdapter scaled(float scale) {
        return new LoraAdapter(adapter, scale);
    }

    private static double[] next(Optional<LoraAdapter> changes) {
        try (var engine = open(changes)) {
            return engine.after(ASKED, 0, Continuations::next).value();
        }
    }

    @Test
    void scaleZeroIsTheModelItselfAndScaleOneIsAnother() {
        var plain = next(Optional.empty());

        assertThat(next(Optional.of(scaled(0)))).containsExactly(plain);
        assertThat(next(Optional.of(scaled(1)))).isNotEqualTo(plain).isEqualTo(next(Optional.of(scaled(1))));
        assertThat(next(Optional.of(scaled(0.5f)))).isNotEqualTo(plain).isNotEqualTo(next(Optional.of(scaled(1))));
    }

    @Test
    void provenanceHoldsItsHashAndScale() {
        try (var plain = open(Optional.empty());
                var changed = open(Optional.of(scaled(0.5f)))) {
            var model = plain.provenance().facts().getOrDefault("model sha256", "");
            assertThat(model).hasSize(64);
            assertThat(plain.provenance().facts()).doesNotContainKey("LoRA adapter");
            assertThat(changed.provenance().facts())
                    .containsEntry("LoRA adapter", "lora.gguf x 0.5")
                    .containsEntry("model sha256", model + " with LoRA " + Hashes.sha256(adapter) + " x 0.5");
            assertThat(changed.description()).endsWith(", LoRA lora.gguf x 0.5)");
        }
    }

    @Test
    void whatDoesNotFitTheModelIsRefusedWithWhatToDo() {
        refused(new LoraAdapter(model, 1), "is no LoRA adapter (general.type is \"model\", adapter.type \"none\")");
        refused(
                new LoraAdapter(TinyGguf.writeAdapter(folder.resolve("qwen.gguf"), "qwen2", 64, 3), 1),
                "is for architecture qwen2, but the model " + model + " is llama");
        refused(
                new LoraAdapter(TinyGguf.writeAdapter(folder.resolve("wide.gguf"), "llama", 128, 3), 1),
                "does not fit the model " + model);
        refused(new LoraAdapter(folder.resolve("missing.gguf"), 1), "There is no model file");
    }

    private static void refused(LoraAdapter changes, String words) {
        assertThatThrownBy(() -> open(Optional.of(changes)))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining(words);
    }
}
