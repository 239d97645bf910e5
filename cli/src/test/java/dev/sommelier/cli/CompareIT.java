package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sommelier.llm.testing.TinyGguf;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `compare` with contenders that read texts, as a person runs it.
class CompareIT {
    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void films() throws Exception {
        Films.add(folder);
    }

    @Test
    void embeddingContendersListReRankAndTellClicksWithTheEncoderThatTheyName() throws Exception {
        var tiny = TinyGguf.write(folder.resolve("tiny.gguf"), 7);
        var file = folder.resolve("texts.yaml");
        Files.writeString(file, """
                name: Texts
                data: films
                tasks:
                  - {task: ranking, k: 5}
                  - {task: rerank, from: popularity, depth: 10, k: 5}
                  - {task: click, negatives: 2}
                contenders:
                  - popularity
                  - {kind: textknn, neighbours: 5}
                  - {kind: textmap, lambda: 5}
                  - {kind: textmap, name: hidden states, items: learned, encoder: "%s"}
                """.formatted(tiny));

        var result = Launcher.in(folder)
                .run(
                        "compare",
                        file.toString(),
                        "--out",
                        folder.resolve("compared").toString());

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).contains("textknn", "textmap", "hidden states");
        var facts = new ObjectMapper()
                .readTree(folder.resolve("compared/job.json").toFile())
                .get("facts");
        assertThat(facts.get("model text encoder " + tiny).asText()).startsWith("tiny.gguf sha256 ");
    }

    @Test
    void whatSimilarUsersLikedIsToldToAModel() throws Exception {
        var tiny = TinyGguf.write(folder.resolve("tiny.gguf"), 7).toString();
        var file = folder.resolve("company.yaml");
        Files.writeString(file, """
                name: Company
                data: films
                tasks:
                  - {task: rerank, from: popularity, depth: 4, k: 3, users: 3}
                contenders:
                  - {kind: llm-yes-no, name: alone, history: 2}
                  - {kind: llm-yes-no, name: in company, history: 2, similar: 2, similar-items: 2}
                """);

        var result = Launcher.in(folder)
                .run(
                        "compare",
                        file.toString(),
                        "--model",
                        tiny,
                        "--out",
                        folder.resolve("compared").toString(),
                        "--json");

        assertThat(result.code()).as(result.err()).isZero();
        var wrong = Files.writeString(
                folder.resolve("wrong.yaml"), Files.readString(file).replace("similar: 2", "similar: -1"));
        var refused = Launcher.in(folder).run("compare", wrong.toString(), "--model", tiny);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("similar must be at least 0 and similar-items at least 1, got -1 and 2");
    }
}
