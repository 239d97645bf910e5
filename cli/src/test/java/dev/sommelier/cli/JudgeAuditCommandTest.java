package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeAuditCommandTest {
    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();
    private String out = "";

    private int audit(String method, String... more) {
        var text = new StringWriter();
        var arguments = new ArrayList<>(List.of("judge", "audit", "--method", method));
        arguments.addAll(List.of("--topics", file("topics"), "--docs", file("docs"), "--pairs", file("pairs")));
        arguments.addAll(List.of(more));
        int code = Main.run(new PrintWriter(text), new PrintWriter(err, true), arguments.toArray(new String[0]));
        out = text.toString();
        return code;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @BeforeEach
    void collection() throws IOException {
        Files.writeString(folder.resolve("topics"), "q1\tdog age\nq2\tsmoke walls\n");
        Files.writeString(
                folder.resolve("docs"), "d1\tthe age of a dog\nd2\tcats sleep\nd3\twalls and smoke\nd4\tmice\n");
        Files.writeString(folder.resolve("pairs"), "q1 0 d1 3\nq1 0 d2 0\nq2 0 d3 3\nq2 0 d4 0\n");
    }

    @Test
    void theTableTellsThatQueryWordsFoolAJudgeOfWords() {
        assertThat(audit("word-overlap")).as(err.toString()).isZero();

        assertThat(out).contains("Method word-overlap, 4 pairs of 2 topics");
        assertThat(out.lines().filter(line -> line.contains("query first")).findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("1.0000").contains("3.0000"));
    }

    @Test
    void theSameFiguresComeAsJsonAndAsAPage() throws IOException {
        assertThat(audit("word-overlap", "--json", "--html", file("audit.html")))
                .as(err.toString())
                .isZero();

        var rows = new ObjectMapper().readTree(out).at("/audit/rows");
        assertThat(rows).hasSize(13);
        assertThat(rows.get(0).at("/flips/n").asInt()).isEqualTo(4);
        assertThat(Files.readString(folder.resolve("audit.html"))).contains("Audit of the judging method word-overlap");
    }

    @Test
    void aDocumentWithoutATextIsRefused() throws IOException {
        Files.writeString(folder.resolve("pairs"), "q1 0 d1 3\nq2 0 d9 3\n");

        assertThat(audit("word-overlap")).isEqualTo(1);
        assertThat(err.toString()).contains("the text of document d9 is in none of the files");
    }

    @Test
    void aDocumentWithTwoTextsIsRefused() throws IOException {
        Files.writeString(folder.resolve("docs"), "d1\ta\nd2\tb\nd3\tc\nd4\td\nd1\ta\nd2\tother\n");

        assertThat(audit("word-overlap")).isEqualTo(1);
        assertThat(err.toString()).contains(file("docs") + ":6: document d2 must have one text");
    }
}
