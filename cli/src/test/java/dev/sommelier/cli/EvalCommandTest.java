package dev.sommelier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String qrels = "";
    private String first = "";
    private String second = "";

    @BeforeEach
    void files() throws IOException {
        qrels = Files.writeString(folder.resolve("q"), "1 0 a 1\n1 0 b 0\n2 0 c 2\n")
                .toString();
        first = Files.writeString(folder.resolve("r"), "1 Q0 b 1 3 one\n1 Q0 a 1 3 one\n2 Q0 c 1 1 one\n")
                .toString();
        second = Files.writeString(folder.resolve("s"), "1 Q0 a 1 3 two\n").toString();
    }

    /// The expected text is what trec_eval 9.0.4 printed.
    @Test
    void printsTrecEvalsLayout() {
        assertThat(run("eval", "-q", "-m", "num_q", "-m", "map", "-m", "P.5", qrels, first))
                .isZero();
        assertThat(out.toString()).isEqualTo("""
                        map                   \t1\t0.5000
                        P_5                   \t1\t0.2000
                        map                   \t2\t1.0000
                        P_5                   \t2\t0.2000
                        num_q                 \tall\t2
                        map                   \tall\t0.7500
                        P_5                   \tall\t0.2000
                        """);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void severalRunsComeWithTheirNamesAndWarningsGoToStandardError() {
        assertThat(run("eval", qrels, first, second, "-m", "map", "nDCG@10", "-n", "-q"))
                .isZero();
        assertThat(out.toString()).contains("one\tmap                   \t2\t1.0000", "two\tnDCG@10");
        assertThat(err.toString()).contains("1 of 2 judged topics have no results");
    }

    @Test
    void csvAndJsonHaveFullPrecision() {
        assertThat(run("eval", "--csv", "-m", "ndcg_cut.5", qrels, first)).isZero();
        assertThat(out.toString()).startsWith("run,topic,metric,value\none,all,ndcg_cut_5,0.815464");
        assertThat(run("eval", "--json", "-m", "map", qrels, second, "-c")).isZero();
        assertThat(out.toString()).contains("\"summary\"", "\"map\" : 0.5", "\"topicsOnlyInQrels\" : 1");
    }

    @Test
    void trecEvalsLettersPrintWhatTheLongNamesDo() {
        assertThat(run("eval", "-q", "-c", "-l", "2", "-M", "5", "-m", "map", "-m", "runid", qrels, first, "P.5"))
                .isZero();
        var letters = out.toString();
        out.getBuffer().setLength(0);
        assertThat(run(
                        "eval",
                        "--query_eval_wanted",
                        "--complete_rel_info_wanted",
                        "--level_for_rel=2",
                        "--Max_retrieved_per_topic=5",
                        "--measure=map",
                        "--measure=runid",
                        qrels,
                        first,
                        "P.5"))
                .isZero();
        assertThat(letters).contains("runid", "P_5").isEqualTo(out.toString());
    }

    @Test
    void wrongArgumentsAreWrongUsageInEitherForm() {
        assertThat(run("eval", "-q", qrels)).isEqualTo(2);
        assertThat(run("eval", "-q", "-q", qrels, first)).isEqualTo(2);
        assertThat(run("eval", qrels, first, "-m")).isEqualTo(2);
        assertThat(run("eval", "-l", "x", qrels, first)).isEqualTo(2);
        assertThat(run("eval", "-M", "0", qrels, first)).isEqualTo(1);
        assertThat(run("eval", "-x", qrels, first)).isEqualTo(2);
    }

    @Test
    void aReportHasIntervalsAndWhatWasLeftOut() throws IOException {
        var html = folder.resolve("report.html");
        var latex = folder.resolve("report.tex");

        assertThat(run(
                        "eval",
                        "-m",
                        "map",
                        qrels,
                        first,
                        second,
                        "--html",
                        html.toString(),
                        "--latex",
                        latex.toString()))
                .isZero();
        assertThat(Files.readString(html)).contains("chart-0", "topics without results", "sha256");
        assertThat(Files.readString(latex)).contains("\\toprule", ".7500 {\\footnotesize [.5000, 1.0000]}");
    }

    @Test
    void listsAreMeasuredAgainstHeldOutInteractions() throws IOException {
        var train = Files.writeString(folder.resolve("train.tsv"), "u\ta\nu\tb\nv\tb\nv\tc\nw\td\n");
        var test = Files.writeString(folder.resolve("test.tsv"), "u\tc\nv\ta\n");
        var lists = Files.writeString(folder.resolve("lists.tsv"), "u\tc\t1\nu\td\t2\nv\td\t1\nv\ta\t2\n");

        assertThat(run(
                        "eval",
                        "--train",
                        train.toString(),
                        "--test",
                        test.toString(),
                        lists.toString(),
                        "-k",
                        "2",
                        "-m",
                        "MRR",
                        "-m",
                        "ItemCoverage",
                        "--csv"))
                .isZero();
        assertThat(out.toString()).contains(",MRR@2,all,0.75,", ",ItemCoverage@2,all,0.75,");
        assertThat(run("eval", "--train", train.toString(), lists.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--test");
    }

    @Test
    void swappedFilesAndUnknownMetricsAreFailures() {
        assertThat(run("eval", first, qrels)).isEqualTo(1);
        assertThat(err.toString()).contains("looks like a run");
        assertThat(run("eval", "-m", "ndgc", qrels, first)).isEqualTo(1);
        assertThat(err.toString()).contains("did you mean ndcg");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err, true), arguments);
    }
}
