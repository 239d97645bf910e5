package dev.sommelier.llm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.SommelierException;
import dev.sommelier.io.Downloader;
import dev.sommelier.io.Hashes;
import dev.sommelier.io.Home;
import dev.sommelier.io.Progress;
import dev.sommelier.llm.testing.TinyGguf;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okio.Buffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
    @StartStop
    public final MockWebServer hub = new MockWebServer();

    @TempDir
    Path folder;

    private byte[] model;
    private Home home;

    @BeforeEach
    void writeModel() throws Exception {
        model = Files.readAllBytes(TinyGguf.write(folder.resolve("source.gguf"), 1));
        home = Home.at(folder.resolve("home"));
    }

    private ModelStore store(int sources, Optional<String> sha256) {
        var addresses = Stream.iterate(0, i -> i + 1)
                .limit(sources)
                .<ModelSource>map(i -> new ModelSource.Hub(
                        URI.create(hub.url("/tiny-" + i + ".gguf").toString())))
                .toList();
        var entry = new ModelEntry("tiny", "Tiny", "CC0-1.0", "tiny.gguf", model.length, sha256, 1024, addresses);
        return new ModelStore(home, new ModelCatalog(List.of(entry)), new Downloader());
    }

    private void tellHash(String sha256) {
        hub.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "/elsewhere")
                .addHeader("X-Linked-Etag", "\"" + sha256 + "\"")
                .addHeader("X-Linked-Size", model.length)
                .build());
    }

    private void serve(byte[] content) {
        hub.enqueue(new MockResponse.Builder().body(new Buffer().write(content)).build());
    }

    @Test
    void aHubFileIsCheckedAgainstTheHubsOwnHashAndFetchedOnce() throws Exception {
        tellHash(Hashes.sha256(model));
        serve(model);
        var store = store(1, Optional.empty());

        assertThat(store.path("tiny")).isEmpty();
        var file = store.get("tiny", Progress.silent());

        assertThat(file).isEqualTo(home.models().resolve("tiny.gguf")).hasBinaryContent(model);
        assertThat(store.get("tiny", Progress.silent())).isEqualTo(file);
        assertThat(store.path("tiny")).contains(file);
        assertThat(hub.getRequestCount()).isEqualTo(2);
        assertThat(hub.takeRequest().getMethod()).isEqualTo("HEAD");
    }

    @Test
    void wrongBytesAreRefusedAndLeaveNothingBehind() {
        tellHash("0".repeat(64));
        serve(model);
        var store = store(1, Optional.empty());

        assertThatThrownBy(() -> store.get("tiny", Progress.silent()))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("no source could serve the model tiny")
                .hasMessageContaining("expected SHA-256 000");
        assertThat(home.models().resolve("tiny.gguf")).doesNotExist();
    }

    @Test
    void theNextSourceServesWhenOneFailsAndTheUserIsTold() {
        hub.enqueue(new MockResponse.Builder().code(404).build());
        tellHash(Hashes.sha256(model));
        serve(model);
        var notices = new ArrayList<String>();

        var file = store(2, Optional.empty()).get("tiny", new Progress() {
            @Override
            public void update(String task, long done, long total) {}

            @Override
            public void notice(String line) {
                notices.add(line);
            }
        });

        assertThat(file).exists();
        assertThat(notices).anyMatch(line -> line.contains("tiny-0.gguf") && line.contains("status 404"));
        assertThat(notices).last().asString().contains("tiny-1.gguf").contains("CC0-1.0");
    }

    @Test
    void aFileThatWasCutSinceIsFetchedAgain() throws Exception {
        var target = home.models().resolve("tiny.gguf");
        Files.createDirectories(home.models());
        Files.write(target, "GGUF but cut".getBytes(StandardCharsets.UTF_8));
        serve(model);

        var file = store(1, Optional.of(Hashes.sha256(model))).get("tiny", Progress.silent());

        assertThat(file).isEqualTo(target).hasBinaryContent(model);
    }

    @Test
    void anyGgufFileCanBeGivenByPath() throws Exception {
        var file = folder.resolve("source.gguf");
        var page = Files.writeString(folder.resolve("page.gguf"), "<html>an error page, not a model</html>");
        var store = store(1, Optional.empty());

        assertThat(store.get(file.toString(), Progress.silent())).isEqualTo(file);
        assertThat(store.get("file:" + file, Progress.silent())).isEqualTo(file);
        assertThat(store.get("file://" + file, Progress.silent())).isEqualTo(file);
        assertThatThrownBy(() -> store.get(page.toString(), Progress.silent()))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("it starts with \"<htm\"");
    }

    @Test
    void anUnknownNameTellsTheKnownOnes() {
        assertThatThrownBy(() -> store(1, Optional.empty()).get("gpt", Progress.silent()))
                .isInstanceOf(SommelierException.class)
                .hasMessage("there is no model \"gpt\"; known are tiny, or give the path of a .gguf file");
    }

    @Test
    void theShippedCatalogueHasTheDefaultWithItsHashAndOnlySecureAddresses() {
        var catalog = ModelCatalog.shipped();

        var weights = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53";
        assertThat(catalog.entry("smollm2-135m-instruct-q4_1").sha256()).contains(weights);
        assertThat(catalog.entry(ModelCatalog.DEFAULT_ID).sources())
                .containsExactly(new ModelSource.Requantised(
                        "smollm2-135m-instruct-q4_1", weights, Quantization.Q8_0, Requantizer.ENGINE));
        assertThat(catalog.entries())
                .isSortedAccordingTo(Comparator.comparingLong(ModelEntry::bytes))
                .allSatisfy(entry -> assertThat(entry.sources()).isNotEmpty().allSatisfy(source -> {
                    if (source instanceof ModelSource.Hub found) {
                        assertThat(found.address()).hasScheme("https");
                        assertThat(found.address().getPath()).endsWith("/" + entry.file());
                    }
                }));
    }
}
