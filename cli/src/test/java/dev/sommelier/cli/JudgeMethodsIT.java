package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/// The methods as commands, on the real engine with a model that the test writes.
class JudgeMethodsIT {
    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();
    private String out = "";

    private int run(String... arguments) {
        var text = new StringWriter();
        int code = Main.run(new PrintWriter(text), new PrintWriter(err, true), arguments);
        out = text.toString();
        return code;
    }

    private int judge(String method, String... more) {
        return job("run", method, more);
    }

    private int job(String command, String method, String... more) {
        var arguments = new ArrayList<>(List.of("judge", command, "--method", method, "--model", file("tiny.gguf")));
        arguments.addAll(List.of("--topics", file("topics"), "--docs", file("docs"), "--pairs", file("pairs")));
        arguments.addAll(List.of("--out", file("job-" + method)));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(new String[0]));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @BeforeEach
    void collection() throws IOException {
        TinyGguf.write(folder.resolve("tiny.gguf"), 7);
        Files.writeString(folder.resolve("topics"), "q1\tdog age\nq2\tsmoke walls\n");
        Files.writeString(
                folder.resolve("docs"), "d1\tthe age of a dog\nd2\ta dog\nd3\tnothing\nd4\twalls and smoke\n");
        Files.writeString(folder.resolve("pairs"), "q1 0 d1 3\nq1 0 d2 1\nq1 0 d3 0\n");
        Files.writeString(folder.resolve("examples"), "q2 0 d4 3\nq2 0 d1 1\nq2 0 d2 2\nq2 0 d3 0\n");
        Files.writeString(folder.resolve("nuggets"), "q1\tHow old does a dog get?\nq1\tWhich dogs live long?\n");
    }

    @Test
    void everyMethodJudgesAndExports() {
        for (var method : List.of("umbrela", "criteria", "self-consistency", "pairwise", "nuggets", "ensemble")) {
            var own =
                    switch (method) {
                        case "nuggets" -> new String[] {"--nuggets", file("nuggets")};
                        case "ensemble" -> new String[] {"--members", "grade,criteria"};
                        default -> new String[0];
                    };
            assertThat(judge(method, own)).as(method + ": " + err).isZero();
            assertThat(run("judge", "export", file("job-" + method))).isZero();
            assertThat(out).matches("q1 0 d1 [0-3]\nq1 0 d2 [0-3]\nq1 0 d3 [0-3]\n");
        }
    }

    @Test
    void anEnsembleGoesOnWithItsMembers() {
        assertThat(judge("ensemble", "--members", "grade,criteria", "--batch", "1", "--limit", "1"))
                .as(err.toString())
                .isZero();
        assertThat(run("judge", "resume", file("job-ensemble"), "--limit", "3"))
                .as(err.toString())
                .isZero();
        assertThat(out).contains("Judged: 3, failed: 0");
    }

    @Test
    void aJobWhoseScoreIsNoSignalGivesItsPairsToACalibration() throws IOException {
        Files.writeString(
                folder.resolve("pairs"),
                "q1 0 d1 3\nq1 0 d2 1\nq1 0 d3 0\nq1 0 d4 0\nq2 0 d1 0\nq2 0 d2 0\nq2 0 d3 1\nq2 0 d4 3\n");
        assertThat(judge("umbrela")).as(err.toString()).isZero();

        assertThat(run("judge", "calibrate", file("job-umbrela"), "--signals", "overlap,length", "--folds", "2"))
                .as(err.toString())
                .isZero();
        assertThat(err.toString())
                .contains("was judged by method umbrela, whose score is no signal", "its pairs are used");
        assertThat(out).contains("8 pairs of 2 topics");
    }

    @Test
    void aCalibrationLeavesOutWhatAJobHasNotJudgedYet() throws IOException {
        Files.writeString(
                folder.resolve("pairs"),
                "q1 0 d1 3\nq2 0 d4 3\nq1 0 d3 0\nq2 0 d1 0\nq1 0 d2 1\nq2 0 d2 0\nq2 0 d3 1\nq1 0 d4 0\n");
        String[] calibrate = {
            "judge", "calibrate", file("job-grade"), "--signals", "grade,length", "--folds", "2", "--json"
        };
        assertThat(job("plan", "grade", "--batch", "2")).as(err.toString()).isZero();
        assertThat(run(calibrate)).isEqualTo(1);
        assertThat(err.toString()).contains("has no judged pair yet; judge some by 'sommelier judge resume");

        assertThat(run("judge", "resume", file("job-grade"), "--limit", "6"))
                .as(err.toString())
                .isZero();
        assertThat(run(calibrate)).as(err.toString()).isZero();
        assertThat(err.toString()).contains("2 of 8 labelled pairs have no score in the jobs and are left out");
        assertThat(out).contains("\"labelled pairs without a score in the jobs\" : \"2 of 8\"");
    }

    @Test
    void fewShotRefusesPairsThatRepeatAnExampleAndCountsThem() throws IOException {
        Files.writeString(folder.resolve("examples"), "q2 0 d4 3\nq2 0 d4 1\nq2 0 d4 2\nq2 0 d1 0\n");

        assertThat(judge("few-shot", "--examples", file("examples")))
                .as(err.toString())
                .isZero();

        assertThat(out).contains("Judged: 2, failed: 1").contains("leak");
    }

    @Test
    void fewShotWithExamplesOfAJudgedTopicDoesNotBegin() {
        assertThat(judge("few-shot", "--examples", file("pairs"))).isEqualTo(1);

        assertThat(err.toString()).contains("topic q1 is judged and gives examples too");
        assertThat(folder.resolve("job-few-shot")).doesNotExist();
    }

    @Test
    void anAuditAsksInOtherWordsTooAndSwapsTwoDocuments() throws IOException {
        Files.writeString(folder.resolve("pairs"), "q1 0 d1 3\nq1 0 d2 1\nq2 0 d3 0\nq2 0 d4 3\n");

        assertThat(audit("yes-no")).as(err.toString()).isZero();
        assertThat(out).contains("wording 1").contains("wording 2").doesNotContain("wording 3");
        assertThat(out.lines().filter(line -> line.contains(" again ")).findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains(".0000 [.0000"));

        assertThat(audit("pairwise")).as(err.toString()).isZero();
        assertThat(out).contains("swapped");
    }

    private int audit(String method) {
        return run(
                "judge",
                "audit",
                "--method",
                method,
                "--model",
                file("tiny.gguf"),
                "--topics",
                file("topics"),
                "--docs",
                file("docs"),
                "--pairs",
                file("pairs"));
    }
}
