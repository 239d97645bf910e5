package dev.sommelier.llm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.SommelierException;
import dev.sommelier.io.Downloader;
import dev.sommelier.io.Hashes;
import dev.sommelier.io.Home;
import dev.sommelier.llm.local.EngineOptions;
import dev.sommelier.llm.local.LocalEngine;
import dev.sommelier.llm.testing.TinyGguf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The native quantiser on a model that the test writes.
class RequantizeIT {
    private static final String ID = "tiny-as-q4_0";

    @TempDir
    Path folder;

    private Path source;
    private ModelStore store;

    @BeforeEach
    void write() {
        source = TinyGguf.write(folder.resolve("tiny.gguf"), 7);
        store = new ModelStore(Home.at(folder.resolve("home")));
    }

    private ModelEntry make() {
        return store.requantize(source.toString(), Quantization.Q4_0, (task, done, total) -> {});
    }

    @Test
    void theNewModelIsListedWithItsOriginAndAnswers() throws Exception {
        var steps = new ArrayList<Long>();
        var made = store.requantize(source.toString(), Quantization.Q4_0, (task, done, total) -> steps.add(done));

        assertThat(made.id()).isEqualTo(ID);
        assertThat(store.list()).contains(made);
        var file = store.path(ID).orElseThrow();
        assertThat(made.sha256()).contains(Hashes.sha256(file));
        assertThat(made.bytes()).isEqualTo(Files.size(file)).isLessThan(Files.size(source) / 2);
        assertThat(made.sources().getFirst().toString())
                .startsWith("requantised from " + source)
                .contains(Hashes.sha256(source), "to q4_0 by ggml of llama.cpp b4916");
        assertThat(steps).isSorted().hasSizeGreaterThan(10);
        try (var engine = LocalEngine.open(file, EngineOptions.defaults().withContextTokens(256))) {
            assertThat(engine.tokens().count("a film")).isEqualTo(6);
        }
    }

    @Test
    void itIsMadeOnceAndAgainWhenItsFileIsGone() throws Exception {
        var first = make();
        var file = store.path(ID).orElseThrow();
        var time = Files.getLastModifiedTime(file);

        assertThat(make()).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
        Files.delete(file);
        assertThat(store.path(ID)).isEmpty();
        assertThat(store.get(ID, (task, done, total) -> {})).isEqualTo(file).exists();
        assertThat(Hashes.sha256(file)).isEqualTo(first.sha256().orElseThrow());
    }

    @Test
    void anotherSourceOfTheSameNameIsMadeAnew() {
        var first = make();
        TinyGguf.write(source, 8);

        assertThat(make().sha256()).isNotEqualTo(first.sha256());
        assertThat(store.list()).filteredOn(entry -> entry.id().equals(ID)).hasSize(1);
    }

    @Test
    void aCatalogueMayOfferWeightsThatAreMadeHere() throws Exception {
        var made = new ModelSource.Requantised(
                source.toString(), Hashes.sha256(source), Quantization.Q8_0, Requantizer.ENGINE);
        var entry =
                new ModelEntry("tiny-q8_0", "Tiny", "MIT", "tiny-q8_0.gguf", 1, Optional.empty(), 512, List.of(made));
        var home = Home.at(folder.resolve("home"));
        store = new ModelStore(home, new ModelCatalog(List.of(entry)), new Downloader());

        assertThat(store.path("tiny-q8_0")).isEmpty();
        var file = store.get("tiny-q8_0", (task, done, total) -> {});

        assertThat(file).isEqualTo(home.models().resolve("tiny-q8_0.gguf"));
        assertThat(store.path("tiny-q8_0")).contains(file);
        assertThat(store.list()).containsExactly(entry);
        var byHand = store.requantize(source.toString(), Quantization.Q8_0, (task, done, total) -> {});
        assertThat(file).hasSameBinaryContentAs(store.path(byHand.id()).orElseThrow());
    }

    @Test
    void whatCannotBeReadLeavesNothingBehind() throws Exception {
        Files.writeString(source, "no model at all, but long enough for a header");

        assertThatThrownBy(this::make).isInstanceOf(SommelierException.class).hasMessageContaining("no usable GGUF");
        assertThatThrownBy(() -> Quantization.of("q9"))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("known are q4_0, q4_1");
        assertThat(folder.resolve("home").resolve("models")).doesNotExist();
    }
}
