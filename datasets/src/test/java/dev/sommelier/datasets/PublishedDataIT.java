package dev.sommelier.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sommelier.core.RatingScale;
import dev.sommelier.io.Home;
import dev.sommelier.io.Progress;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The published data sets themselves, where this machine has them.
class PublishedDataIT {
    @TempDir
    Path folder;

    @Test
    void holdsMovieLens100kAsItsAuthorsDescribeIt() {
        var store = new DatasetStore(Home.fromEnvironment());
        assumeThat(store.list())
                .as("needs ml-100k in the cache: sommelier data get ml-100k")
                .anyMatch(
                        info -> info.name().equals("ml-100k") && info.manifest().isPresent());

        var dataset = store.open("ml-100k");
        var facts = dataset.describe();
        var split = Split.leaveLastOut(dataset);

        assertThat(dataset.contentHash())
                .isEqualTo(KnownDataset.ML_100K.contentHash().orElseThrow());
        assertThat(facts.users()).isEqualTo(943);
        assertThat(facts.items()).isEqualTo(1_682);
        assertThat(facts.interactions()).isEqualTo(100_000);
        assertThat(facts.itemsWithoutInteractions()).isZero();
        assertThat(facts.attributes().get("genre")).hasSize(19).containsEntry("unknown", 2);
        assertThat(split.trainAndValidation().interactions()).isEqualTo(99_057);
        assertThat(split.train().interactions()).isEqualTo(98_114);
        assertThat(split.test()).hasSize(943);
        assertThat(split.usersWithoutTest()).isZero();
        assertThat(new TitleIndex(dataset.catalog()).find("The Usual Suspects"))
                .isEqualTo(new TitleMatch.Exact(dataset.catalog().item("12")));
    }

    @Test
    void readsMovieLensLatestSmallFromDisk() {
        var path = Path.of(System.getProperty("sommelier.shared", "none")).resolve("ml-latest-small");
        assumeThat(path).as("needs the shared test data").isDirectory();

        var dataset = new DatasetStore(Home.at(folder))
                .get("ml-latest-small", Optional.of(path), Progress.silent())
                .dataset();

        assertThat(dataset.catalog().size()).isEqualTo(9_742);
        assertThat(dataset.interactions()).hasSize(100_836);
        assertThat(dataset.describe().users()).isEqualTo(610);
        assertThat(dataset.scale()).contains(new RatingScale(0.5, 5, 0.5));
        assertThat(dataset.catalog().item("11").title()).isEqualTo("American President, The (1995)");
        assertThat(dataset.catalog().values("genre")).hasSize(19).doesNotContain("(no genres listed)");
    }
}
