package dev.sommelier.recommenders.topn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Catalog;
import dev.sommelier.core.History;
import dev.sommelier.core.Item;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.SommelierException;
import dev.sommelier.recommenders.Described;
import dev.sommelier.recommenders.Fixtures;
import dev.sommelier.recommenders.store.ModelFile;
import dev.sommelier.recommenders.store.ModelParameters;
import dev.sommelier.recommenders.store.Storable;
import dev.sommelier.recommenders.store.StoredModel;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredModelsTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void everyModelScoresAsBeforeAfterAFile() throws IOException {
        var train = Fixtures.random(50, 40, 3);
        var histories = List.of(
                train.histories().get(2),
                new History("new", train.histories().get(7).events()),
                new History("new", List.of()));
        for (var model : Models.all(train)) {
            var stored = ((Storable) model).stored().withProvenance(new Provenance(Map.of("data set", "random")));
            var file = folder.resolve(model.name() + model.hashCode());
            try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ModelFile.write(channel, stored);
            }
            var read = ModelFile.read(file);
            var loaded = TopNModels.load(read, train.catalog()).orElseThrow();

            assertThat(read.provenance().facts()).containsEntry("data set", "random");
            assertThat(loaded.name()).isEqualTo(model.name());
            assertThat(((Described) loaded).parameters()).isEqualTo(((Described) model).parameters());
            for (var history : histories) {
                assertThat(loaded.score(history)).as(model.name()).containsExactly(model.score(history));
            }
        }
    }

    @Test
    void anotherCatalogueIsRefused() {
        var stored = Popularity.train(Fixtures.ofLetters(3, "ab")).stored();

        assertThatThrownBy(() -> TopNModels.load(stored, Fixtures.ofLetters(4).catalog()))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("another catalogue: it has 3 items, this one 4");
        assertThatThrownBy(() -> TopNModels.load(stored, catalog("a", "x", "c")))
                .hasMessageContaining("its item 2 is \"b\", here it is \"x\"");
        assertThatThrownBy(() -> TopNModels.load(stored, catalog("a", "b", "c")))
                .hasMessageContaining("titles or attributes differ");
    }

    @Test
    void aKindOfAnotherPackageIsLeftToIt() {
        var stored = Popularity.train(Fixtures.ofLetters(3, "ab")).stored();
        var other = new StoredModel("iALS", stored.parameters(), stored.catalogue(), stored.arrays());

        assertThat(TopNModels.load(other, Fixtures.ofLetters(3).catalog())).isEmpty();
    }

    @Test
    void arraysThatDoNotFitAreRefused() {
        var stored = Popularity.train(Fixtures.ofLetters(3, "ab")).stored();
        var catalog = Fixtures.ofLetters(3).catalog();

        assertThatThrownBy(() -> TopNModels.load(
                        new StoredModel("Popularity", stored.parameters(), stored.catalogue(), Map.of()), catalog))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("needs 3 values in \"counts\", this file has none");
        assertThatThrownBy(() -> TopNModels.load(
                        new StoredModel("EASE", ModelParameters.parse(""), stored.catalogue(), stored.arrays()),
                        catalog))
                .hasMessageContaining("needs 9 values in \"matrix\"");
    }

    private static Catalog catalog(String... ids) {
        return new Catalog(
                List.of(ids).stream()
                        .map(id -> new Item(id, "Other " + id, Map.of()))
                        .toList(),
                List.of());
    }
}
