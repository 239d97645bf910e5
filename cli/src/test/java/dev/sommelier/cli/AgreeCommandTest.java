package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgreeCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void files() throws IOException {
        write("human.qrels", "1 0 a 1\n1 0 b 0\n2 0 a 1\n2 0 c 0\n");
        write("good.qrels", "1 0 a 1\n1 0 b 0\n2 0 a 1\n2 0 c 0\n");
        write("wild.qrels", "1 0 a 7\n1 0 b 0\n2 0 a 0\n2 0 c 1\n");
        Files.createDirectory(folder.resolve("runs"));
        write("runs/x.run", "1 Q0 a 1 2 x\n1 Q0 b 2 1 x\n2 Q0 a 1 2 x\n2 Q0 c 2 1 x\n");
        write("runs/y.run", "1 Q0 b 1 2 y\n1 Q0 a 2 1 y\n2 Q0 c 1 2 y\n2 Q0 a 2 1 y\n");
    }

    @Test
    void labelsAreMeasuredAgainstTheHuman() {
        assertThat(sommelier("agree", "--human", path("human.qrels"), "--labels", path("good.qrels")))
                .isZero();
        assertThat(out.toString()).contains("2 topics, 4 pairs, grades 0 to 1", "1.0000 [1.0000, 1.0000]");
    }

    @Test
    void whatCannotBeComparedFailsUnlessAPolicyIsNamed() {
        var arguments = List.of("agree", "--human", path("human.qrels"), "--labels", path("wild.qrels"));

        assertThat(sommelier(arguments.toArray(String[]::new))).isEqualTo(1);
        assertThat(err.toString())
                .contains("wild: 1 label outside 0 to 1 of 4 human-judged pairs; choose a policy: --out-of-range clip");
        assertThat(sommelier(
                        "agree",
                        "--human",
                        path("human.qrels"),
                        "--labels",
                        path("wild.qrels"),
                        "--out-of-range",
                        "clip"))
                .isZero();
        assertThat(out.toString()).contains("1 label outside the scale (policy clip)");
    }

    @Test
    void severalSetsAreComparedAndJoined() {
        assertThat(sommelier(
                        "agree",
                        "--json",
                        "--human",
                        path("human.qrels"),
                        "--labels",
                        path("good.qrels"),
                        path("wild.qrels"),
                        "--out-of-range",
                        "drop",
                        "--dev-topics",
                        "1"))
                .isZero();
        assertThat(out.toString()).contains("\"name\" : \"majority, dev-weighted\"", "\"judges\"", "\"differences\"");
    }

    @Test
    void runsAreRankedUnderBoth() {
        assertThat(sommelier(
                        "agree",
                        "--human",
                        path("human.qrels"),
                        "--labels",
                        path("good.qrels"),
                        "--runs",
                        path("runs"),
                        "-m",
                        "nDCG@10"))
                .isZero();
        assertThat(out.toString()).contains("nDCG@10 of 2 systems", "Largest change of rank: 0", "paired t");
    }

    @Test
    void resultsAreComparedInWords() throws IOException {
        write("a.csv", "topic,v\n1,0.5\n2,0.6\n3,0.4\n");
        write("b.csv", "topic,v\n1,0.4\n2,0.7\n3,0.4\n");

        assertThat(sommelier("significance", path("a.csv"), path("b.csv"))).isZero();
        assertThat(out.toString()).contains("a and b cannot be told apart on 3 topics");
    }

    @Test
    void wrongUsageIsExplained() {
        assertThat(sommelier("agree", "--human", path("human.qrels"))).isEqualTo(2);
        assertThat(err.toString()).contains("give --human QRELS and --labels FILE...");
        assertThat(sommelier("agree", "--human", path("human.qrels"), "--labels", path("good.qrels"), "--scale", "3"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--scale must be two whole numbers such as 0..3, got 3");
    }

    private int sommelier(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err, true), arguments);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
