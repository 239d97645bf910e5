package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sommelier.llm.testing.TinyGguf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cache, record, replay and budgets as a person uses them, with the real engine on a model that the test writes.
class ReplayIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder = Path.of("");

    private String model = "";

    @BeforeEach
    void dataAndModel() throws Exception {
        model = TinyGguf.write(folder.resolve("tiny.gguf"), 1).toString();
        var items = Files.writeString(
                folder.resolve("items.csv"),
                "item,title,genre\n1,Alpha,sf|crime\n2,Beta,sf\n3,Gamma,crime\n4,Delta,sf\n5,Epsilon,crime\n6,Zeta,sf\n");
        var ratings = new StringBuilder("user,item,rating,time\n");
        for (int user = 1; user <= 60; user++) {
            for (int i = 0; i < 4; i++) {
                ratings.append("u%d,%d,%d,%d%n".formatted(user, (user + i) % 6 + 1, (user * 7 + i) % 5 + 1, i));
            }
        }
        var interactions = Files.writeString(folder.resolve("ratings.csv"), ratings);
        var added = run(
                "data",
                "add",
                "books",
                "--items",
                items.toString(),
                "--interactions",
                interactions.toString(),
                "--attributes",
                "genre");
        assertThat(added.code()).as(added.err()).isZero();
    }

    @Test
    void anAgentRunReplaysWithoutTheModel() throws Exception {
        var live = run(agent("live", "--model", model, "--record", file("run.rec")));
        assertThat(live.code()).as(live.err()).isZero();
        assertThat(live.out()).contains("Model calls: ");
        Files.delete(Path.of(model));
        var replay = run(agent("replay", "--replay", file("run.rec")));

        assertThat(replay.code()).as(replay.err()).isZero();
        assertThat(replay.out()).doesNotContain("Model calls: ");
        for (var name : List.of("lists.tsv", "job.json")) {
            assertThat(folder.resolve("replay/" + name)).hasSameBinaryContentAs(folder.resolve("live/" + name));
        }
        assertThat(traces("replay")).isEqualTo(traces("live")).hasSize(3);
    }

    @Test
    void ratingsReplayByteForByteAndAnotherRunIsRefused() throws Exception {
        var live = run(rate("5", "--model", model, "--record", file("run.rec")));
        var replay = run(rate("5", "--replay", file("run.rec")));
        var other = run(rate("7", "--replay", file("run.rec")));

        assertThat(live.code()).as(live.err()).isZero();
        assertThat(replay.code()).as(replay.err()).isZero();
        assertThat(table(replay)).isEqualTo(table(live));
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err()).contains("has no such call (labels). The nearest recorded call differs in ");
    }

    @Test
    void theCacheAnswersTheSecondRunAndIsShownExportedAndPruned() throws Exception {
        var first = run(rate("5", "--model", model, "--cache", "--price-prompt", "2"));
        var second = run(rate("5", "--model", model, "--cache", "--price-prompt", "2"));
        assertThat(JSON.readTree(first.out()).at("/cost/money").asDouble()).isPositive();
        assertThat(JSON.readTree(second.out()).at("/cost/calls").asLong()).isZero();
        assertThat(JSON.readTree(second.out()).at("/cost/cachedCalls").asLong())
                .isEqualTo(JSON.readTree(first.out()).at("/cost/calls").asLong()
                        + JSON.readTree(first.out()).at("/cost/cachedCalls").asLong());
        assertThat(table(second)).isEqualTo(table(first));

        long answers = JSON.readTree(first.out()).at("/cost/calls").asLong();
        assertThat(run("cache", "stats").out()).contains(answers + " answers", "labels");
        assertThat(JSON.readTree(run("cache", "stats", "--json").out())
                        .at("/contents/answers")
                        .asLong())
                .isEqualTo(answers);
        assertThat(run("cache", "export", "--out", file("calls.jsonl")).code()).isZero();
        assertThat(folder.resolve("calls.jsonl")).content().hasLineCount((int) answers);
        assertThat(run("cache", "prune", "--keep-mb", "0").out()).startsWith(answers + " answers removed");
        assertThat(run("cache", "stats").out()).contains("0 answers");
    }

    @Test
    void examplesThatWereAskedForAndAreNotThereEndTheJob() throws Exception {
        var asked = run(rate("5", "--model", model, "--shots", "4"));
        assertThat(asked.code()).isEqualTo(1);
        assertThat(asked.err()).contains("few-shot needs 4 examples");
    }

    @Test
    void aBudgetEndsTheJobWithOneSentence() throws Exception {
        var stopped = run(rate("5", "--model", model, "--max-calls", "3"));
        assertThat(stopped.code()).isEqualTo(1);
        assertThat(stopped.err())
                .contains("the job's budget of 3 calls is spent")
                .doesNotContain("\tat ");
        assertThat(run(rate("5", "--max-calls", "0")).code()).isEqualTo(2);
        assertThat(run(rate("5", "--max-money", "1")).code()).isEqualTo(2);
        assertThat(run(rate("5", "--replay", "x", "--cache")).code()).isEqualTo(2);
        assertThat(run(rate("5", "--replay", file("none"))).err()).contains("there is no recording at");
    }

    private String[] agent(String out, String... more) {
        return arguments(
                List.of(
                        "agent",
                        "run",
                        "--data",
                        "books",
                        "--users",
                        "3",
                        "-k",
                        "2",
                        "--rounds",
                        "2",
                        "--out",
                        file(out)),
                more);
    }

    private static String[] rate(String pairs, String... more) {
        return arguments(List.of("judge", "rate", "--data", "books", "--pairs", pairs, "--json"), more);
    }

    private static String[] arguments(List<String> first, String... more) {
        var all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /// The table without the wall times of predictions.
    private static String table(Launcher.Result result) throws Exception {
        return JSON.readTree(result.out()).get("ratings").toString().replaceAll("\"(own)?[sS]econds\":[^,}]*", "");
    }

    /// Every trace without its times.
    private Map<String, String> traces(String run) throws Exception {
        var traces = new TreeMap<String, String>();
        try (var files = Files.list(folder.resolve(run + "/traces"))) {
            for (var file : files.toList()) {
                var text = new StringBuilder();
                for (var line : Files.readAllLines(file)) {
                    var node = (ObjectNode) JSON.readTree(line);
                    node.remove("nanos");
                    text.append(node).append('\n');
                }
                traces.put(file.getFileName().toString(), text.toString());
            }
        }
        return traces;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private Launcher.Result run(String... arguments) throws Exception {
        return Launcher.in(folder).within(300).run(arguments);
    }
}
