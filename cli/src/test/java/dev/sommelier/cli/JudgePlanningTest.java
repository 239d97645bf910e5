package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.judges.job.PlanFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `judge run` says of its inputs before anything is judged.
class JudgePlanningTest {
    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();
    private String out = "";

    private int judge(String command, String... more) {
        return judgeIn("job", command, more);
    }

    private int judgeIn(String job, String command, String... more) {
        var arguments = new ArrayList<>(List.of("judge", command, "--method", "word-overlap", "--out", file(job)));
        for (var name : List.of("topics", "docs", "pairs")) {
            arguments.addAll(List.of("--" + name, file(name)));
        }
        arguments.addAll(List.of(more));
        return sommelier(arguments.toArray(new String[0]));
    }

    private int sommelier(String... arguments) {
        var text = new StringWriter();
        int code = Main.run(new PrintWriter(text), new PrintWriter(err, true), arguments);
        out = text.toString();
        return code;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @BeforeEach
    void collection() throws IOException {
        write("topics", "q1\tdog age\nq2\tsmoke walls\n");
        write("docs", "d1\tthe age of a dog\nd2\ta dog\nd3\tnothing\n");
        write("pairs", "q1 0 d1 0\nq1 0 d2 1\nq2 0 d3 0\n");
    }

    @Test
    void linesThatNameTheColumnsAreSkippedAndTold() throws IOException {
        write("topics", "qid\tquery\n" + Files.readString(folder.resolve("topics")));
        write("docs", "docid\ttext\n" + Files.readString(folder.resolve("docs")));
        write("pairs", "query-id\tcorpus-id\tscore\nq1\td1\t0\n");
        assertThat(judge("run")).as(err.toString()).isZero();
        assertThat(out).contains("Judged: 1, failed: 0").contains("(1 planned)");
        assertThat(err.toString())
                .contains(file("topics") + ":1: 1 line that names the columns (qid, query) was skipped")
                .contains(file("docs") + ":1: 1 line that names the columns (docid, text) was skipped")
                .contains(file("pairs") + ":1: 1 line that names the columns (query-id, corpus-id, score) was skipped");
    }

    @Test
    void twoTextsOfOneDocumentAreRefusedAndLeaveNoFolder() throws IOException {
        write("docs", "d1\tthe age of a dog\nd2\ta dog\nd3\tnothing\nd1\tother\n");
        for (var command : List.of("plan", "run")) {
            assertThat(judge(command)).isEqualTo(1);
            assertThat(err.toString()).contains(file("docs") + ":4: document d1 must have one text");
            assertThat(folder.resolve("job")).doesNotExist();
        }
    }

    @Test
    void emptyTextsAreTold() throws IOException {
        write("docs", "d1\tthe age of a dog\nd2\t\nd3\t\n");
        assertThat(judge("run")).as(err.toString()).isZero();
        assertThat(err.toString()).contains("2 documents have an empty text").contains("d2, d3");
    }

    @Test
    void topicsThatAreNotThereAreListedInAFileAndCountAsFailedIfThatIsAskedFor() throws IOException {
        write("pairs", "q1 0 d1 0\nq7 0 d1 0\nq8 0 gone 0\n");
        assertThat(judge("plan")).isEqualTo(1);
        assertThat(err.toString())
                .contains("2 of 3 pairs have no text")
                .contains("q7, q8")
                .contains("gone");
        assertThat(folder.resolve("job/plan.db")).doesNotExist();
        assertThat(folder.resolve("job/missing-topics.txt")).hasContent("q7\nq8\n");
        assertThat(folder.resolve("job/missing-documents.txt")).hasContent("gone\n");

        assertThat(judge("run", "--missing-text", "skip")).as(err.toString()).isZero();
        assertThat(out).contains("Judged: 1, failed: 2").contains("missing-text 2");
        assertThat(err.toString()).contains("2 of 3 pairs have no text and count as failed");
    }

    @Test
    void limitsToAskAboveMustBePositiveAndMoneyNeedsPrices() {
        assertThat(judge("run", "--ask-above", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--ask-above must be more than 0 minutes, got 0.0");
        assertThat(judge("run", "--ask-above", "NaN")).isEqualTo(2);
        assertThat(judge("plan", "--ask-above-money", "-1", "--price-prompt", "1"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--ask-above-money must be more than 0, got -1.0");
        assertThat(judge("run", "--ask-above-money", "2")).isEqualTo(2);
        assertThat(err.toString()).contains("--ask-above-money needs --price-prompt or --price-generated");
        assertThat(folder.resolve("job")).doesNotExist();
    }

    @Test
    void aLimitThatIsGivenIsAskedAboutHoweverFewPairsThereAre() {
        assertThat(judge("run", "--ask-above", "1e-12")).isEqualTo(1);
        assertThat(err.toString())
                .contains("3 pairs to judge: about 0 tokens and 0.0 s with one worker (from 3 pairs in 1 whole batches")
                .contains("that is more than --ask-above 1.0E-12 minutes; start it by --yes");
        assertThat(judge("run", "--ask-above", "1e-12", "--yes"))
                .as(err.toString())
                .isZero();
        assertThat(out).contains("Judged: 3");
        assertThat(judge("plan")).isZero();
        assertThat(out).isEqualTo("Nothing is left to judge.\n");
    }

    @Test
    void aJobThatWasAskedAboutAndNotStartedCanBeStartedWithASmallerLimit() {
        assertThat(judge("run", "--batch", "1", "--ask-above", "1e-12")).isEqualTo(1);
        assertThat(judge("run", "--batch", "1", "--limit", "1", "--yes"))
                .as(err.toString())
                .isZero();
        assertThat(out).contains("Judged: 1, failed: 0, pending: 0 of 1 wanted pairs (3 planned)");
        assertThat(sommelier("judge", "resume", file("job"), "--limit", "3", "--ask-above", "1e-12"))
                .isEqualTo(1);
        assertThat(sommelier("judge", "resume", file("job"))).isZero();
        assertThat(out).contains("Judged: 1, failed: 0, pending: 0 of 1 wanted pairs (3 planned)");
        assertThat(sommelier("judge", "retry-failed", file("job"), "--limit", "2"))
                .isZero();
        assertThat(out).contains("Judged: 2, failed: 0");
    }

    @Test
    void aLimitBelowThatOfAnEarlierRunIsToldAndChangesNothing() {
        assertThat(judge("run", "--batch", "2", "--limit", "1")).isZero();
        assertThat(judge("run", "--batch", "2", "--limit", "1")).isZero();
        assertThat(err.toString()).doesNotContain("is less than");
        assertThat(judge("run", "--batch", "2")).isZero();
        assertThat(judge("run", "--batch", "2", "--limit", "1")).isZero();
        assertThat(err.toString()).contains("--limit 1 is less than the 3 pairs that an earlier run was started for");
        assertThat(out).contains("Judged: 3");
    }

    @Test
    void anEmptyFolderNameIsRefusedAndABadBatchIsTold() {
        assertThat(judge("run", "--batch", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--batch must be at least 1, got 0");
        assertThat(sommelier("judge", "run", "--example", "--method", "word-overlap", "--out", ""))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--out takes a folder, got an empty name");
    }

    @Test
    void anArrayOfJsonIsToldToBeWrittenOneObjectALine() throws IOException {
        write("docs", "[{\"id\": \"d1\", \"text\": \"a\"}]\n");
        assertThat(judge("plan")).isEqualTo(1);
        assertThat(err.toString()).contains(file("docs") + ":1: ").contains("one a line, for example: jq -c");
    }

    @Test
    void aJobOfOtherSettingsIsNotMergedAndTheDifferenceIsTold() {
        assertThat(judge("run")).isZero();
        assertThat(judgeIn("other", "run", "--batch", "2")).isZero();
        assertThat(sommelier("judge", "merge", file("job"), file("other"))).isEqualTo(1);
        assertThat(err.toString()).contains("is no part of the job in").contains("  batch: 20 -> 2");
    }

    @Test
    void aJobThatWasPlannedWithTheFlagsOfEveryCommandGoesOnAndKeepsNoneOfThem() {
        assertThat(judge("run", "--batch", "1", "--limit", "1", "--json", "--verbose"))
                .isZero();
        try (var plan = PlanFile.open(folder.resolve("job"))) {
            assertThat(plan.arguments()).doesNotContain("--json", "--verbose").contains("--batch");
        }
        assertThat(sommelier("judge", "status", file("job"), "--json")).isZero();
        assertThat(out).contains("\"cost\" : null");
        assertThat(sommelier("judge", "resume", file("job"), "--limit", "2"))
                .as(err.toString())
                .isZero();
        assertThat(out).startsWith("Judged: 2, failed: 0");
    }

    @Test
    void aPipeIsRefusedSinceInputsAreReadMoreThanOnce() throws IOException, InterruptedException {
        Files.delete(folder.resolve("topics"));
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "no mkfifo on this machine");
        assertThat(new ProcessBuilder("/usr/bin/mkfifo", file("topics")).start().waitFor())
                .isZero();
        assertThat(judge("run")).isEqualTo(2);
        assertThat(err.toString()).contains("--topics takes a file that can be read more than once");
    }

    @Test
    void aRunShowsAtOnceThatItRuns() {
        assertThat(judge("run")).isZero();
        assertThat(err.toString()).containsPattern("Judging +0 %  0/3");
    }
}
