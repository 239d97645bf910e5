package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `sommelier compare` says of data and memory that do not suffice, in processes of their own.
class ComparedDataIT {
    private static final int ITEMS = 2500;
    private static final int USERS = 120;

    @TempDir
    Path folder = Path.of("");

    @Test
    void aContenderThatDoesNotFitIntoMemoryFailsWhileTheOthersFinish() throws Exception {
        add("films", "");
        // EASE needs items x items numbers, 50 MB and some copies.
        var out = folder.resolve("out");
        int code = run("-Xmx48m", "compare", experiment("ease"), "--out", out.toString());

        assertThat(code).as(err()).isZero();
        assertThat(Files.readString(out.resolve("report.json")))
                .contains("ease failed for 120 of 120 users: EASE needs 51 MB for 2500 items, but this JVM has ")
                .doesNotContain("popularity failed");
        assertThat(Files.readString(out.resolve("figures.csv")))
                .contains("stage-1-quality,ease,failed users,120")
                .contains("stage-1-quality,popularity,failed users,0");

        assertThat(run("-Xmx400m", "compare", experiment("ease"), "--out", out.toString(), "--retry-failed"))
                .as(err())
                .isZero();
        assertThat(Files.readString(out.resolve("figures.csv"))).contains("stage-1-quality,ease,failed users,0");
    }

    @Test
    void tooLittleMemoryForTheDataThemselvesIsOneSentence() throws Exception {
        add("films", "");

        int code = run("-Xmx8m", "compare", experiment("ease"), "--out", folder + "/out");

        assertThat(code).isEqualTo(1);
        assertThat(err())
                .contains("not enough memory: Java may take 8 MB; give it more")
                .doesNotContain("\tat ");
    }

    @Test
    void dataWithoutWhatAContenderWorksOnAreRefusedBeforeAnythingRuns() throws Exception {
        add("films", "");
        var out = folder.resolve("out");

        int code = run("-Xmx400m", "compare", experiment("attributes"), "--out", out.toString());

        assertThat(code).isEqualTo(1);
        assertThat(err())
                .contains("the contender attributes works on items' attributes, and data set films has none;"
                        + " leave it out, or add the data set again with --attributes");
        assertThat(out).doesNotExist();
    }

    @Test
    void dataThatChangedUnderAComparisonAreRefusedWithTheDifference() throws Exception {
        add("films", "u1,i7,5,99\n");
        var out = folder.resolve("out").toString();
        assertThat(run("-Xmx400m", "compare", experiment("random"), "--out", out))
                .isZero();

        add("films", "u1,i7,4,99\n");
        int code = run("-Xmx400m", "compare", experiment("random"), "--out", out);

        assertThat(code).isEqualTo(1);
        assertThat(err())
                .containsPattern("films content sha256: [0-9a-f]{64} -> [0-9a-f]{64}")
                .contains("give the old one, or another --out folder");
    }

    private String experiment(String contender) throws IOException {
        return Files.writeString(
                        folder.resolve(contender + ".yaml"),
                        "name: Small\ndata: films\ntasks: [{task: ranking, k: 5}]\ncontenders: [popularity, "
                                + contender + "]\n")
                .toString();
    }

    private void add(String name, String more) throws Exception {
        var items = new StringBuilder("item,title\n");
        for (int i = 0; i < ITEMS; i++) {
            items.append("i%d,Film %d%n".formatted(i, i));
        }
        var ratings = new StringBuilder("user,item,rating,time\n");
        for (int u = 0; u < USERS; u++) {
            for (int e = 0; e < 6; e++) {
                ratings.append("u%d,i%d,%d,%d%n".formatted(u, (u * 31 + e * 17) % ITEMS, 1 + e % 5, e));
            }
        }
        int code = run(
                "-Xmx400m",
                "data",
                "add",
                name,
                "--items",
                Files.writeString(folder.resolve("items.csv"), items).toString(),
                "--interactions",
                Files.writeString(folder.resolve("ratings.csv"), ratings + more).toString());
        assertThat(code).as(err()).isZero();
    }

    private int run(String memory, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                memory,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("SOMMELIER_HOME", folder.resolve("home").toString());
        return builder.start().waitFor();
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }
}
