package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sommelier.llm.testing.TinyGguf;
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

/// Satisfaction and preference on the real engine with a model that the test writes.
class JudgeTalksAndAnswersTest {
    private static final String TALKS = """
            USER\tA quiet hotel, please.\tINFORM\t3,3,4
            SYSTEM\tThe Harbour Inn has rooms.\tOFFER\t
            USER\tThat is by the motorway!\tNEGATE\t1,2,1
            SYSTEM\tThe Mill is quiet.\tOFFER\t
            USER\tThank you!\tTHANK\t5,5,4

            SYSTEM\tHello\t\t
            USER\tHi there\t\t3,3

            USER\tNobody answered\t\t2
            """;

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();
    private String out = "";

    @BeforeEach
    void model() {
        TinyGguf.write(folder.resolve("tiny.gguf"), 7);
    }

    private int judge(String... more) {
        var text = new StringWriter();
        var arguments = new ArrayList<>(List.of("judge"));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--model", file("tiny.gguf"), "--context", "1024", "--threads", "1"));
        int code = Main.run(new PrintWriter(text), new PrintWriter(err, true), arguments.toArray(new String[0]));
        out = text.toString();
        return code;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static String answers(int annotation, String reference) {
        return "{\"category\":\"Open QA\",\"instruction\":\"Name bird " + annotation
                + ".\",\"output_a\":\"An owl, which hunts at night.\",\"output_b\":\"A bus.\",\"annotations\":["
                + annotation + ",1,1,0],\"generator_a\":\"m\"" + reference + "}\n";
    }

    @Test
    void satisfactionStandsBesideWhatPeopleSaidAndAnOverlongTurnIsAFailureWithItsCause() throws IOException {
        Files.writeString(
                folder.resolve("talks.txt"),
                TALKS + "\nSYSTEM\tHi\t\t\nUSER\t" + "long words ".repeat(400) + "\t\t4\n");

        assertThat(judge("satisfaction", "--dialogues", file("talks.txt"), "--labels", file("labels.jsonl"), "--json"))
                .as(err.toString())
                .isZero();

        var report = new ObjectMapper().readTree(out).at("/satisfaction");
        assertThat(report.at("/dialogues").asInt()).isEqualTo(4);
        assertThat(report.at("/silent").asInt()).isEqualTo(1);
        assertThat(report.at("/turns").asInt()).isEqualTo(4);
        assertThat(report.at("/compared").asInt()).isEqualTo(3);
        assertThat(report.at("/failures").properties()).hasSize(1);
        assertThat(report.at("/rows").findValuesAsText("name")).containsExactly("LLM", "stretched", "control");
        assertThat(report.at("/scores/0/people").asInt()).isEqualTo(1);
        var lines = Files.readAllLines(folder.resolve("labels.jsonl"));
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).contains("\"dialogue\":\"talks.txt:1\"", "\"expected\":");
        assertThat(lines.get(3)).contains("\"failed\":").doesNotContain("expected");

        assertThat(judge(
                        "satisfaction",
                        "--dialogues",
                        file("talks.txt"),
                        "--limit",
                        "2",
                        "--html",
                        file("talks.html"),
                        "--csv",
                        file("talks.csv")))
                .as(err.toString())
                .isZero();
        assertThat(out).contains("2 rated turns of 4 dialogues", "Spearman", "Model calls: 2");
        assertThat(Files.readString(folder.resolve("talks.html"))).contains("How satisfied users are");
        assertThat(Files.readString(folder.resolve("talks.csv"))).contains("judges,LLM,MAE");
    }

    @Test
    void answersAreComparedWithAndWithoutThePersonsAnswerBesideTheAnnotators() throws IOException {
        var reference = ",\"reference\":\"A night bird such as an owl.\"";
        Files.writeString(
                folder.resolve("answers.jsonl"), answers(1, reference) + answers(2, reference) + answers(0, ""));

        assertThat(judge(
                        "preference",
                        "--answers",
                        file("answers.jsonl"),
                        "--reference",
                        "--labels",
                        file("labels.jsonl"),
                        "--json"))
                .as(err.toString())
                .isZero();

        var report = new ObjectMapper().readTree(out).at("/preference");
        assertThat(report.at("/rows").findValuesAsText("method"))
                .containsExactly("longer (control)", "llm", "llm-reference", "embedding", "chosen by category");
        // The pair without a person's answer leaves the figures of all and is counted.
        assertThat(report.at("/compared").asInt()).isEqualTo(2);
        assertThat(report.at("/rows/2/failures/no-reference").asInt()).isEqualTo(1);
        // The longer answer is the first: annotators say 1,1,1,0 and 2,1,1,0.
        assertThat(report.at("/rows/0/agreement/mean").asDouble()).isEqualTo((.875 + .625) / 2);
        assertThat(report.at("/categories/0/name").asText()).isEqualTo("Open QA");
        assertThat(Files.readAllLines(folder.resolve("labels.jsonl")))
                .hasSize(12)
                .anyMatch(line -> line.contains("\"judge\":\"embedding\",\"verdict\":\"first\""))
                .anyMatch(line -> line.contains("\"failed\":\"no-reference\""));

        assertThat(judge("preference", "--answers", file("answers.jsonl"), "--html", file("answers.html")))
                .as(err.toString())
                .isZero();
        assertThat(out).contains("3 pairs of answers to 3 instructions", "place decided", "annotators");
        assertThat(Files.readString(folder.resolve("answers.html"))).contains("Which of two answers is better");
    }

    @Test
    void whatCannotBeReadIsSaidWithItsPlaceBeforeAModelIsOpened() throws IOException {
        Files.writeString(folder.resolve("answers.jsonl"), answers(1, "") + answers(7, ""));
        assertThat(judge("preference", "--answers", file("answers.jsonl"))).isEqualTo(1);
        assertThat(err.toString()).contains("answers.jsonl:2: expected annotations of 1 (first answer)");

        Files.writeString(folder.resolve("answers.jsonl"), answers(1, ""));
        assertThat(judge("preference", "--answers", file("answers.jsonl"), "--reference"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("has no \"reference\" in any pair");

        Files.writeString(folder.resolve("talks.txt"), "USER\tHi\t\t3\nBOT\tHello\t\t\n");
        assertThat(judge("satisfaction", "--dialogues", file("talks.txt"))).isEqualTo(1);
        assertThat(err.toString()).contains("talks.txt:2: expected the role USER or SYSTEM");

        assertThat(judge("satisfaction", "--dialogues", file("talks.txt"), "--lines", "0"))
                .isEqualTo(2);
    }
}
