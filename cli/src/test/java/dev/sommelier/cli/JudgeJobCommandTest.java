package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.judges.example.ExampleCollection;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeJobCommandTest {
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

    private int judge(String... more) {
        var arguments = new String[] {
            "judge",
            "run",
            "--method",
            "word-overlap",
            "--batch",
            "2",
            "--topics",
            file("topics"),
            "--docs",
            file("docs"),
            "--pairs",
            file("pairs"),
            "--out",
            file("job")
        };
        var all = new String[arguments.length + more.length];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return run(all);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @BeforeEach
    void collection() throws IOException {
        Files.writeString(folder.resolve("topics"), "q1\tdog age\nq2\tsmoke walls\n");
        Files.writeString(
                folder.resolve("docs"),
                "d1\tthe age of a dog <script>alert(1)</script>\nd2\ta dog\nd3\tnothing\nd4\twalls and smoke\n");
        Files.writeString(folder.resolve("pairs"), "q1 0 d1 0\nq1 0 d2 1\nq1 0 d3 0\nq2 0 d4 3\nq2 0 d3 0\n");
    }

    @Test
    void aLimitedJobGoesOnAndIsExportedInTheOrderOfThePlan() {
        assertThat(judge("--limit", "1")).as(err.toString()).isZero();
        assertThat(out).contains("Judged: 2, failed: 0, pending: 0 of 2 wanted pairs (5 planned)");
        assertThat(run("judge", "export", file("job"))).isZero();
        assertThat(out).isEqualTo("q1 0 d1 3\nq1 0 d2 2\n");

        assertThat(run("judge", "resume", file("job"), "--limit", "5", "--threads", "1"))
                .as(err.toString())
                .isZero();
        assertThat(run("judge", "export", file("job"))).isZero();
        assertThat(out).isEqualTo("q1 0 d1 3\nq1 0 d2 2\nq1 0 d3 0\nq2 0 d4 3\nq2 0 d3 0\n");
        assertThat(run("--json", "judge", "status", file("job"))).isZero();
        assertThat(out).contains("\"done\" : 5");
    }

    @Test
    void exportedJsonLinesAreReadByAgree() throws IOException {
        judge();
        assertThat(run("judge", "export", file("job"), "--json")).isEqualTo(2);
        assertThat(err.toString()).contains("got --json; leave it out, or give --format jsonl");
        assertThat(run("judge", "export", file("job"), "--format", "jsonl")).isZero();
        Files.writeString(folder.resolve("labels.jsonl"), out);
        assertThat(run("agree", "--human", file("pairs"), "--labels", file("labels.jsonl")))
                .as(err.toString())
                .isZero();
        assertThat(out).contains("labels").contains("kappa");
    }

    @Test
    void changedSettingsAreRefusedWithTheDifference() {
        judge();
        assertThat(judge("--scale", "binary")).isEqualTo(1);
        assertThat(err.toString()).contains("-> binary: 0 does not answer the query; 1 answers the query");
    }

    @Test
    void aCorruptDocumentInTheMiddleStopsThePlanWithItsPlaceAndTheMendedFileIsJudged() throws IOException {
        var good = "{\"docid\":\"d%d\",\"passage\":\"text %d\"}\n";
        Files.writeString(
                folder.resolve("docs"),
                good.formatted(1, 1) + good.formatted(2, 2) + "{\"docid\":\"d3\",\"passage\":\"cut o\n"
                        + good.formatted(4, 4));

        assertThat(judge()).isEqualTo(1);
        assertThat(err.toString()).contains(file("docs") + ":3:").contains("cut o");
        assertThat(folder.resolve("job/plan.db")).doesNotExist();

        Files.writeString(
                folder.resolve("docs"),
                good.formatted(1, 1) + good.formatted(2, 2) + good.formatted(3, 3) + good.formatted(4, 4));
        assertThat(judge()).as(err.toString()).isZero();
        assertThat(out).contains("Judged: 5, failed: 0");
    }

    @Test
    void missingTextsStopTheJobBeforeAnythingIsJudged() throws IOException {
        Files.writeString(folder.resolve("pairs"), "q1 0 d1 0\nq1 0 gone 1\n");
        assertThat(judge()).isEqualTo(1);
        assertThat(err.toString()).contains("1 of 2 pairs have no text").contains("gone");
        assertThat(folder.resolve("job/plan.db")).doesNotExist();

        assertThat(judge("--missing-text", "skip")).as(err.toString()).isZero();
        assertThat(out).contains("Judged: 1, failed: 1").contains("Failed by cause: missing-text 1");
    }

    @Test
    void aSampleTakesTheSameNumberOfEachTopicAndIsPartOfTheSettings() {
        assertThat(judge("--sample-per-topic", "1", "--sample-seed", "3"))
                .as(err.toString())
                .isZero();
        assertThat(out).contains("Judged: 2, failed: 0, pending: 0 of 2 wanted pairs (2 planned)");
        assertThat(judge("--sample-per-topic", "1", "--sample-seed", "4")).isEqualTo(1);
        assertThat(err.toString()).contains("sample: 1 pairs a topic, seed 3 -> 1 pairs a topic, seed 4");
        assertThat(judge("--sample-per-topic", "0")).isEqualTo(2);
    }

    @Test
    void theExampleCollectionIsJudgedResumedAndComparedAnywhere() throws IOException {
        assertThat(run("judge", "run", "--example", "--method", "word-overlap", "--limit", "20", "--out", file("job")))
                .as(err.toString())
                .isZero();
        assertThat(out).contains("Judged: 20").contains("(216 planned)");
        assertThat(run("judge", "resume", file("job"), "--limit", "216"))
                .as(err.toString())
                .isZero();
        assertThat(run("judge", "export", file("job"))).isZero();
        Files.writeString(folder.resolve("labels"), out);
        var human = new StringBuilder();
        ExampleCollection.pairs((topic, document, grade) -> human.append(topic)
                .append(" 0 ")
                .append(document)
                .append(' ')
                .append(grade.orElseThrow())
                .append('\n'));
        Files.writeString(folder.resolve("human"), human);
        assertThat(run("agree", "--human", file("human"), "--labels", file("labels")))
                .as(err.toString())
                .isZero();
        assertThat(out).contains("216");
        assertThat(run("judge", "run", "--example", "--topics", file("topics"), "--out", file("other")))
                .isEqualTo(2);
    }

    @Test
    void aScaleIsNamedOrReadFromAFile() throws IOException {
        assertThat(judge("--scale", "0..100")).as(err.toString()).isZero();
        assertThat(run("judge", "export", file("job"))).isZero();
        assertThat(out).startsWith("q1 0 d1 100\nq1 0 d2 50\n");

        Files.writeString(
                folder.resolve("three.json"),
                "{\"name\": \"three\", \"grades\": [{\"value\": 0, \"meaning\": \"is off topic\"},"
                        + " {\"value\": 5, \"meaning\": \"touches it\"}, {\"value\": 9, \"meaning\": \"is on it\"}]}");
        assertThat(judge("--scale", file("three.json"), "--out", file("other"))).isEqualTo(2);
        assertThat(judge("--scale", "four")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no scale \"four\"");
    }

    @Test
    void theReportShowsDisagreementsWithTheirTextsAsText() throws IOException {
        judge();
        assertThat(run("judge", "report", file("job"), "--html", file("report.html")))
                .as(err.toString())
                .isZero();
        assertThat(out).contains("q1 d1: human 0, judge 3").contains("query: dog age");
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("the age of a dog &lt;script&gt;")
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void theReportComparesOnTheJobsScaleAndCountsWhatIsNotOnIt() {
        judge("--scale", "binary");
        assertThat(run("judge", "report", file("job"))).as(err.toString()).isZero();
        assertThat(out)
                .contains("method word-overlap 1, scale binary")
                .contains("1 graded pairs have a human grade that is not on the job's scale [0, 1]")
                .contains("over the 4 pairs that both graded")
                .contains("the largest difference first");
        assertThat(run("--json", "judge", "report", file("job"))).isZero();
        assertThat(out).contains("\"method\" : \"word-overlap 1\"").contains("\"compared\" : 4");
    }

    @Test
    void theFieldsOfATopicAreASetting() throws IOException {
        Files.writeString(folder.resolve("topics"), """
                {"qid": "q1", "query": "cat", "description": "dog age"}
                {"qid": "q2", "query": "smoke walls"}
                """);
        assertThat(judge("--topic-fields", "title,description"))
                .as(err.toString())
                .isZero();
        assertThat(run("judge", "export", file("job"))).isZero();
        assertThat(out).startsWith("q1 0 d1 2\nq1 0 d2 1\n");

        assertThat(judge()).isEqualTo(1);
        assertThat(err.toString()).contains("topic fields: title, description -> (none)");
        assertThat(run("judge", "resume", file("job"))).as(err.toString()).isZero();
    }

    @Test
    void aBadDocumentInTheMiddleIsToldAndLeavesNoJob() throws IOException {
        Files.writeString(folder.resolve("docs"), "d1\ta\nd2\nd3\tb\n");
        assertThat(judge()).isEqualTo(1);
        assertThat(err.toString()).contains("docs:2: expected 2, 3 or 4 tab-separated fields");
        assertThat(folder.resolve("job/plan.db")).doesNotExist();
    }

    @Test
    void anOptionThatTheMethodDoesNotReadIsRefused() {
        refused("--members is read by method ensemble, and not by word-overlap", "--members", "grade,yes-no");
        refused("--nuggets is read by method nuggets", "--nuggets", file("topics"));
        refused("--examples is read by method few-shot", "--examples", file("pairs"));
        refused("--examples-per-grade is read by method few-shot", "--examples-per-grade", "2");
        refused("--calibration is read by method calibrated and query-likelihood", "--calibration", file("topics"));
        refused("--depth belongs to --runs DIR", "--depth", "5");
        assertThat(folder.resolve("job")).doesNotExist();
    }

    private void refused(String sentence, String... more) {
        assertThat(judge(more)).as(sentence).isEqualTo(2);
        assertThat(err.toString()).contains(sentence);
    }

    @Test
    void anExportTellsItsNumbersAndFailsWithoutAnyPair() {
        assertThat(run("judge", "plan", "--example", "--method", "word-overlap", "--out", file("planned")))
                .as(err.toString())
                .isZero();
        assertThat(run("judge", "export", file("planned"))).isEqualTo(1);
        assertThat(out).isEmpty();
        assertThat(err.toString())
                .contains("has nothing to export; exported: 0, failed: 0, pending: 0 of 0 wanted pairs (216 planned)")
                .contains("judge resume " + file("planned"));

        judge("--limit", "2");
        assertThat(run("judge", "export", file("job"))).isZero();
        assertThat(err.toString()).contains("Exported: 2, failed: 0, pending: 0 of 2 wanted pairs (5 planned).");
    }

    private void fails(int code, String sentence, String... arguments) {
        assertThat(run(arguments)).as(sentence).isEqualTo(code);
        assertThat(err.toString()).contains(sentence);
    }

    @Test
    void pathsOfTheWrongKindAreToldBeforeAnythingElse() throws IOException {
        fails(
                2,
                "there is no method \"best\"; the methods are query-likelihood, ",
                "judge",
                "run",
                "--example",
                "--method",
                "best",
                "--out",
                file("job"));
        assertThat(err.toString()).contains("calibrated, word-overlap");
        refused("--docs takes a file, and " + folder + " is a folder", "--docs", folder.toString());
        refused("--docs: there is no file " + file("none"), "--docs", file("none"));
        Files.writeString(folder.resolve("broken.json"), "{\"grades\": [\n{\"value\": \n");
        assertThat(judge("--scale", file("broken.json"))).isEqualTo(1);
        assertThat(err.toString()).contains("broken.json:3: a scale is JSON").doesNotContain("Source");
        assertThat(folder.resolve("job")).doesNotExist();

        Files.writeString(folder.resolve("job"), "mine");
        refused("--out takes a folder, and " + file("job") + " is a file");
        fails(
                2,
                "--runs takes a folder, and " + file("pairs") + " is a file",
                "judge",
                "run",
                "--topics",
                file("topics"),
                "--docs",
                file("docs"),
                "--runs",
                file("pairs"),
                "--out",
                file("other"));
    }

    @Test
    void aFolderWithoutAJobIsNamedByEveryCommand() {
        for (var command : new String[] {"resume", "retry-failed", "status", "export", "report", "calibrate"}) {
            fails(1, folder + " holds no judging job; plan one by", "judge", command, folder.toString());
        }
    }

    @Test
    void aCalibrationThatCannotBeFittedIsRefusedBeforeAModelIsOpened() throws IOException {
        fails(2, "a calibration needs labelled pairs: give the folder of a finished JOB", "judge", "calibrate");
        judge();
        fails(1, "2 of " + file("job") + " have a grade of scale trec4", "judge", "calibrate", file("job"));
        fails(
                1,
                "cannot write " + file("pairs/c.json"),
                "judge",
                "calibrate",
                file("job"),
                "--folds",
                "2",
                "--save",
                file("pairs/c.json"));
        Files.writeString(folder.resolve("pairs"), "q1 d1\nq2 d3\n");
        fails(
                1,
                "none of the 2 pairs of the input has one; give TREC qrels",
                "judge",
                "calibrate",
                "--topics",
                file("topics"),
                "--docs",
                file("docs"),
                "--pairs",
                file("pairs"),
                "--out",
                file("fit"));
        assertThat(folder.resolve("fit")).doesNotExist();
    }
}
