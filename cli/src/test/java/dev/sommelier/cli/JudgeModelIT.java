package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sommelier.llm.testing.TinyGguf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Judging jobs as a person runs them, with the real engine on a model that the test writes.
class JudgeModelIT {
    private static final int TOPICS = 6;
    private static final int DOCUMENTS = 60;

    @TempDir
    Path folder = Path.of("");

    private String model = "";

    @BeforeEach
    void collection() throws Exception {
        model = TinyGguf.write(folder.resolve("tiny.gguf"), 1).toString();
        var topics = new StringBuilder();
        var documents = new StringBuilder();
        var pairs = new StringBuilder();
        for (int t = 0; t < TOPICS; t++) {
            topics.append("q%d\tword%d apples%n".formatted(t, t));
            for (int d = 0; d < DOCUMENTS; d++) {
                documents.append("d%d-%d\tText %d says %s%n".formatted(t, d, d, d % 4 > 1 ? "word" + t : "nothing"));
                pairs.append("q%d 0 d%d-%d %d%n".formatted(t, t, d, d % 4));
            }
        }
        Files.writeString(folder.resolve("topics"), topics);
        Files.writeString(folder.resolve("docs"), documents);
        Files.writeString(folder.resolve("pairs"), pairs);
    }

    @Test
    void aRecordedJobReplaysByteForByteWithoutTheModelAndASpentBudgetGoesOn() throws Exception {
        var spent =
                run(job("live", "--model", model, "--record", file("run.rec"), "--max-calls", "45", "--limit", "80"));
        assertThat(spent.code()).isEqualTo(1);
        assertThat(spent.err())
                .contains("the job's budget of 45 calls is spent")
                .doesNotContain("\tat ");
        assertThat(run("judge", "status", file("live")).out()).contains("Judged: 40, failed: 0, pending: 40");

        var live = run("judge", "resume", file("live"), "--record", file("run.rec"));
        assertThat(live.code()).as(live.err()).isZero();
        assertThat(live.out()).contains("Judged: 80").contains("Model calls: ");
        Files.delete(Path.of(model));
        var replay = run(job("replay", "--replay", file("run.rec"), "--limit", "80"));
        assertThat(replay.code()).as(replay.err()).isZero();
        assertThat(replay.out()).doesNotContain("Model calls: ");
        assertThat(export("replay", "STOP")).isEqualTo(export("live", "STOP")).hasLineCount(80);
        var report = run("judge", "report", file("replay"));
        assertThat(report.out()).as(report.err()).contains("kappa").contains("calls");

        var more = run("judge", "resume", file("replay"), "--replay", file("run.rec"), "--limit", "100");
        assertThat(more.code()).isEqualTo(1);
        assertThat(more.err()).contains("has no such call");
    }

    @Test
    void ctrlCFinishesTheBatchAndTheSameCommandGoesOn() throws Exception {
        assumeTrue(
                Launcher.in(folder)
                                .start(List.of("env", "--default-signal=INT", "true"))
                                .code()
                        == 0,
                "env cannot restore signals");
        var command = new ArrayList<>(List.of("env", "--default-signal=INT", Launcher.script()));
        command.addAll(List.of(job("stopped", "--model", model, "--batch", "4")));
        var process = Launcher.in(folder).process(command);
        var errors = folder.resolve("err");
        while (!Files.readString(errors).contains("Judging")) {
            assertThat(process.waitFor(20, TimeUnit.MILLISECONDS))
                    .as("ended early: %s", Files.readString(errors))
                    .isFalse();
        }
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(Files.readString(errors)).contains("Stopping: the batches in flight are finished first");
        var part = export("stopped", "OMIT");
        int done = (int) part.lines().count();
        assertThat(done).isPositive().isLessThan(TOPICS * DOCUMENTS);
        assertThat(done % 4).isZero();
        var whole = run(job("whole", "--model", model, "--batch", "4", "--limit", Integer.toString(done)));
        assertThat(whole.code()).as(whole.err()).isZero();
        assertThat(export("whole", "STOP")).isEqualTo(part);
    }

    @Test
    void aJudgeIsCalibratedOnAJobAndJudgesByItsFile() throws Exception {
        assertThat(run(job("signals", "--model", model)).code()).isZero();
        var calibrated = run(calibrate("--html", file("calibration.html"), "--labels", file("cv.qrels")));
        assertThat(calibrated.code()).as(calibrated.err()).isZero();
        assertThat(calibrated.out())
                .contains("all signals")
                .contains("without overlap")
                .contains("not comparable with judges that never saw one")
                .doesNotContain("Model calls");
        assertThat(folder.resolve("calibration.html")).content().contains("not comparable");
        assertThat(folder.resolve("cv.qrels")).content().hasLineCount(TOPICS * DOCUMENTS);
        var saved = new ObjectMapper().readTree(folder.resolve("c.json").toFile());
        assertThat(saved.at("/facts/fitted on").asText()).startsWith("360 pairs of 6 topics");
        assertThat(saved.at("/facts/model sha256").asText()).hasSize(64);

        var again = run(calibrate());
        assertThat(again.out()).isEqualTo(calibrated.out());
        var judged =
                run(judge("judged", "calibrated", "--model", model, "--calibration", file("c.json"), "--limit", "40"));
        assertThat(judged.code()).as(judged.err()).isZero();
        assertThat(export("judged", "STOP")).hasLineCount(40).contains("\"probabilities\":[");

        var other = TinyGguf.write(folder.resolve("other.gguf"), 2).toString();
        var refused = run(judge("other", "calibrated", "--model", other, "--calibration", file("c.json")));
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("was fitted with model sha256 ");
        var mixed = run("judge", "calibrate", file("signals"), "--topics", file("topics"));
        assertThat(mixed.code()).isEqualTo(2);
        assertThat(mixed.err()).contains("a JOB brings its own --topics");
    }

    private String[] calibrate(String... more) {
        return arguments(
                List.of(
                        "judge",
                        "calibrate",
                        file("signals"),
                        "--signals",
                        "yes-no,overlap,length",
                        "--folds",
                        "3",
                        "--save",
                        file("c.json")),
                more);
    }

    private String[] job(String out, String... more) {
        return judge(out, "yes-no", more);
    }

    private String[] judge(String out, String method, String... more) {
        return arguments(
                List.of(
                        "judge",
                        "run",
                        "--topics",
                        file("topics"),
                        "--docs",
                        file("docs"),
                        "--pairs",
                        file("pairs"),
                        "--method",
                        method,
                        "--out",
                        file(out)),
                more);
    }

    private static String[] arguments(List<String> first, String... more) {
        var all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private String export(String job, String pending) throws Exception {
        var exported = run("judge", "export", file(job), "--format", "jsonl", "--pending", pending);
        assertThat(exported.code()).as(exported.err()).isZero();
        return exported.out();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private Launcher.Result run(String... arguments) throws IOException, InterruptedException {
        return Launcher.in(folder).within(300).run(arguments);
    }
}
