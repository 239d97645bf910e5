package dev.sommelier.experiments.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Provenance;
import dev.sommelier.core.SommelierException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobFolderTest {
    @TempDir
    Path folder;

    private JobFolder begin(String model, String address) {
        var now = JobFolder.of(
                Map.of("seed", "1"),
                Map.of(),
                Map.of("model", model, Provenance.ADDRESS, address),
                Map.of("host", "here"));
        return JobFolder.begin(folder, JobFolder.EXPERIMENT, "seed: 1", now);
    }

    @Test
    void aJobGoesOnWhenItsServerMovedAndTellsWhereItWasFirst() {
        var first = begin("m", "http://127.0.0.1:1/v1");
        var second = begin("m", "http://127.0.0.1:2/v1");

        assertThat(second.hash()).isEqualTo(first.hash());
        assertThat(second.provenance())
                .containsEntry("model server address", "http://127.0.0.1:1/v1")
                .containsEntry("host", "here");
    }

    @Test
    void anotherModelIsRefused() {
        begin("m", "http://127.0.0.1:1/v1");

        assertThatThrownBy(() -> begin("n", "http://127.0.0.1:1/v1"))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("model model: m -> n");
    }
}
