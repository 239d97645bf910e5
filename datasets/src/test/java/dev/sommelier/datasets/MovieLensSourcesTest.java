package dev.sommelier.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.sommelier.core.Interaction;
import dev.sommelier.core.Item;
import dev.sommelier.core.RatingScale;
import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.format.MovieLens100k;
import dev.sommelier.datasets.format.MovieLens100kOfRecBole;
import dev.sommelier.io.Checksum;
import dev.sommelier.io.Downloader;
import dev.sommelier.io.Hashes;
import dev.sommelier.io.Home;
import dev.sommelier.io.Progress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// MovieLens 100K from each of its sources: the same data set, and a reader who knows where it came from.
class MovieLensSourcesTest {
    @StartStop
    public final MockWebServer server = new MockWebServer();

    @TempDir
    Path folder;

    private final List<String> notices = new ArrayList<>();
    private final Progress progress = new Progress() {
        @Override
        public void update(String task, long done, long total) {}

        @Override
        public void notice(String line) {
            notices.add(line);
        }
    };

    @Test
    void givesTheSameDataSetFromGroupLensAndFromRecBole() throws Exception {
        var groupLens = fromDisk("a", MovieLensFixture.groupLens(folder.resolve("groupLens")));
        var recBole = fromDisk("b", MovieLensFixture.recBole(folder.resolve("recBole")));

        assertThat(recBole.dataset().catalog().items())
                .isEqualTo(groupLens.dataset().catalog().items());
        assertThat(recBole.dataset().interactions())
                .isEqualTo(groupLens.dataset().interactions());
        assertThat(recBole.dataset().contentHash())
                .isEqualTo(groupLens.dataset().contentHash())
                .hasSize(64);
        assertThat(Files.readAllBytes(folder.resolve("a/datasets/ml-100k/items.tsv")))
                .isEqualTo(Files.readAllBytes(folder.resolve("b/datasets/ml-100k/items.tsv")));
    }

    @Test
    void hasGroupLenssTitlesWithYearAndPeriod() throws Exception {
        var dataset = fromDisk("a", MovieLensFixture.recBole(folder.resolve("recBole")))
                .dataset();

        assertThat(dataset.catalog().attributes()).containsExactly("genre", "period");
        assertThat(dataset.catalog().items())
                .extracting(Item::title, item -> item.values("period"), item -> item.values("year"))
                .containsExactly(
                        tuple("Toy Story (1995)", List.of("1990s"), List.of("1995")),
                        tuple("Richard III (1995)", List.of("1990s"), List.of("1995")),
                        tuple("Seven (Se7en) (1995)", List.of("1990s"), List.of("1995")),
                        tuple("Usual Suspects, The (1995)", List.of("1990s"), List.of("1995")),
                        tuple("Aladdin (1992)", List.of("1990s"), List.of("1992")),
                        tuple("unknown", List.of(), List.of()),
                        tuple("Mis\u00e9rables, Les (1995)", List.of("1990s"), List.of("1995")),
                        tuple(
                                "Nosferatu (Nosferatu, eine Symphonie des Grauens) (1922)",
                                List.of("before 1950"),
                                List.of("1922")),
                        tuple("Marlene Dietrich: Shadow and Light (1996)", List.of("1990s"), List.of("1996")),
                        tuple("Good Morning (1971)", List.of("1970s"), List.of("1971")),
                        tuple(
                                "Land Before Time III: The Time of the Great Giving (1995) (V)",
                                List.of("1990s"),
                                List.of("1995")),
                        tuple("\u00c1 k\u00f6ldum klaka (Cold Fever) (1994)", List.of("1990s"), List.of("1994")));
        assertThat(dataset.catalog().item("1").values("genre")).containsExactly("Animation", "Children's", "Comedy");
        assertThat(dataset.catalog().item("267").values("genre")).containsExactly("unknown");
        assertThat(dataset.interactions())
                .hasSize(5)
                .startsWith(new Interaction("196", "12", 3, 881250949), new Interaction("186", "1", 3, 891717742));
        assertThat(dataset.scale()).contains(new RatingScale(1, 5, 1));
    }

    @Test
    void takesThePublishersArchiveFirst() throws Exception {
        var zip = MovieLensFixture.zip(
                folder.resolve("ml.zip"), MovieLensFixture.groupLens(folder.resolve("groupLens")), "");
        server.enqueue(new MockResponse.Builder()
                .body(new Buffer().write(Files.readAllBytes(zip)))
                .build());

        var fetched = store(Optional.of(new Checksum(Hashes.sha256(zip), Files.size(zip))), "no-python")
                .get("ml-100k", Optional.empty(), progress);

        assertThat(fetched.source()).startsWith("GroupLens, http://localhost");
        assertThat(fetched.licence()).contains("no redistribution", "doi.org/10.1145/2827872");
        assertThat(fetched.alreadyHere()).isFalse();
        assertThat(notices).isEmpty();
        assertThat(datasetFiles()).containsExactly("ml-100k");
        assertThat(folder.resolve("home/cache/downloads")).isEmptyDirectory();
    }

    @Test
    void goesToPipWhenThePublisherDoesNotServeAndSaysSoInOneLine() throws Exception {
        server.enqueue(new MockResponse.Builder().code(503).build());
        var wheel = MovieLensFixture.zip(
                folder.resolve("recbole-1.2.1-py3-none-any.whl"),
                MovieLensFixture.recBole(folder.resolve("recBole")),
                "data/");

        var fetched = store(Optional.empty(), python(wheel)).get("ml-100k", Optional.empty(), progress);

        assertThat(fetched.source()).isEqualTo("pip's client, package recbole==1.2.1");
        assertThat(notices)
                .singleElement(STRING)
                .startsWith("GroupLens did not serve ml-100k (localhost/ml.zip: the server answered status 503)")
                .endsWith("trying pip's client (recbole==1.2.1)");
        assertThat(datasetFiles()).containsExactly("ml-100k");
    }

    @Test
    void saysWhenTheContentIsNotThePublishedOne() throws Exception {
        var fetched = fromDisk("a", MovieLensFixture.recBole(folder.resolve("recBole")));

        assertThat(fetched.asPublished()).isFalse();
        assertThat(notices)
                .containsExactly("what was read from local files, " + folder.resolve("recBole")
                        + " is not ml-100k as it was published; results will not compare with others");
    }

    @Test
    void asksNobodyTheSecondTime() throws Exception {
        var first = fromDisk("home", MovieLensFixture.recBole(folder.resolve("recBole")));

        var second = store(Optional.empty(), "no-python").get("ml-100k", Optional.empty(), progress);

        assertThat(second.alreadyHere()).isTrue();
        assertThat(second.dataset()).usingRecursiveComparison().isEqualTo(first.dataset());
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void namesEverySourceThatFailedAndTheWayOut() throws Exception {
        server.enqueue(new MockResponse.Builder().code(404).build());

        assertThatThrownBy(() -> store(
                                Optional.empty(), folder.resolve("no-python").toString())
                        .get("ml-100k", Optional.empty(), progress))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("no source served ml-100k: GroupLens (localhost/ml.zip: the server answered")
                .hasMessageContaining("pip's client (recbole==1.2.1) (cannot start")
                .hasMessageEndingWith("run: sommelier data get ml-100k --from PATH");
        assertThat(datasetFiles()).isEmpty();
    }

    @Test
    void readsAZipArchiveFromDisk() throws Exception {
        var zip = MovieLensFixture.zip(
                folder.resolve("ml.zip"), MovieLensFixture.groupLens(folder.resolve("groupLens")), "some/where/");

        assertThat(fromDisk("a", zip).source()).isEqualTo("local files, " + zip);
    }

    @Test
    void refusesAnArchiveThatWouldWriteElsewhere() throws Exception {
        var zip = MovieLensFixture.zip(
                folder.resolve("evil.zip"), MovieLensFixture.groupLens(folder.resolve("groupLens")), "../");

        assertThatThrownBy(() -> fromDisk("a", zip))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("a member must stay inside its folder");
    }

    @Test
    void saysWhichFilesAFolderShouldHold() throws Exception {
        var empty = Files.createDirectory(folder.resolve("empty"));

        assertThatThrownBy(() -> fromDisk("a", empty))
                .isInstanceOf(SommelierException.class)
                .hasMessage(empty + ": holds no ml-100k, which needs u.item and u.data, or ml-100k.item and"
                        + " ml-100k.inter; check the path after --from");
        assertThatThrownBy(() -> fromDisk("a", folder.resolve("none")))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("there is no such file or folder");
    }

    @Test
    void namesTheBadLineAndKeepsWhatWasThere() throws Exception {
        var good = MovieLensFixture.groupLens(folder.resolve("groupLens"));
        fromDisk("a", good);
        var data = good.resolve("ml-100k/u.data");
        Files.writeString(data, "196\t12\tfour\t881250949\n");

        assertThatThrownBy(() -> fromDisk("a", good))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining(data + ":1: the rating must be a number, got \"four\"; correct the line");

        Files.writeString(data, "196\t12\t3\t881250949\n196\t12\t3\n");
        assertThatThrownBy(() -> fromDisk("a", good)).hasMessageContaining(data + ":2: expected 4 fields, got 3");
        Files.writeString(data, "196\t99\t3\t881250949\n");
        assertThatThrownBy(() -> fromDisk("a", good)).hasMessageContaining("u.item, got \"99\"");
        Files.writeString(good.resolve("ml-100k/u.item"), "1|x (1995)|||u|7" + "|0".repeat(18));
        assertThatThrownBy(() -> fromDisk("a", good)).hasMessageContaining("flag must be 0 or 1, got \"7\"");
        assertThat(new DatasetStore(Home.at(folder.resolve("a")))
                        .open("ml-100k")
                        .interactions())
                .hasSize(5);
    }

    private Fetched fromDisk(String home, Path path) {
        return new DatasetStore(Home.at(folder.resolve(home))).get("ml-100k", Optional.of(path), progress);
    }

    private DatasetStore store(Optional<Checksum> zip, String python) throws Exception {
        var recBole = MovieLensFixture.recBole(folder.resolve("expected"));
        var known = new KnownDataset(
                "ml-100k",
                KnownDataset.ML_100K.licence(),
                KnownDataset.ML_100K.scale(),
                "GroupLens",
                URI.create("http://localhost:" + server.getPort() + "/ml.zip"),
                zip,
                Optional.of(new KnownDataset.Wheel(
                        "recbole",
                        "1.2.1",
                        new MovieLens100kOfRecBole(),
                        wheelFile(recBole, "ml-100k.item"),
                        wheelFile(recBole, "ml-100k.inter"))),
                List.of(new MovieLens100k(), new MovieLens100kOfRecBole()),
                Optional.empty());
        return new DatasetStore(Home.at(folder.resolve("home")), new Downloader(), python, List.of(known));
    }

    private static KnownDataset.WheelFile wheelFile(Path folder, String name) throws Exception {
        var file = folder.resolve(name);
        return new KnownDataset.WheelFile("data/" + name, new Checksum(Hashes.sha256(file), Files.size(file)));
    }

    /// A process that puts the wheel where pip would.
    private String python(Path wheel) throws Exception {
        var script = Files.writeString(
                folder.resolve("python"),
                "#!/bin/sh\nwhile [ \"$1\" != -d ]; do shift; done\ncp " + wheel + " \"$2\"/\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }

    private List<String> datasetFiles() throws Exception {
        try (var files = Files.list(folder.resolve("home/datasets"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
