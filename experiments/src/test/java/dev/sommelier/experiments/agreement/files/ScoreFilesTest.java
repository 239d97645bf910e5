package dev.sommelier.experiments.agreement.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.SommelierException;
import dev.sommelier.evaluation.agreement.FailedLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreFilesTest {
    @TempDir
    Path folder;

    @Test
    void aTableHasSystemsTopicsAndMetrics() throws IOException {
        var file =
                file("scores.tsv", "run\ttopic\tndcg_cut_10\tmap\na\t1\t0.5\t0.1\na\tall\t0.5\t0.1\nb\t1\t0.25\t0.2\n");

        var read = ScoreFiles.read(file, Optional.of("nDCG@10"));

        assertThat(read.metric()).isEqualTo("ndcg_cut_10");
        assertThat(read.scores().scores()).isEqualTo(Map.of("a", Map.of("1", 0.5), "b", Map.of("1", 0.25)));
    }

    @Test
    void aTableWithoutSystemsIsNamedAfterItsFile() throws IOException {
        var read = ScoreFiles.read(file("mine.csv", "user,HR@10\r\nu1,1\r\nu2,0\r\n"), Optional.empty());

        assertThat(read.scores().scores()).isEqualTo(Map.of("mine", Map.of("u1", 1.0, "u2", 0.0)));
    }

    @Test
    void whatTrecEvalPrintsIsRead() throws IOException {
        var file = file("a.eval", "map   \t1\t0.5\nP_10  \t1\t0.3\nrunid \tall\tx\nmap   \tall\t0.5\n");

        assertThat(ScoreFiles.read(file, Optional.of("AP")).scores().scores()).isEqualTo(Map.of("a", Map.of("1", 0.5)));
        assertThatThrownBy(() -> ScoreFiles.read(file, Optional.empty()))
                .isInstanceOf(SommelierException.class)
                .hasMessageEndingWith("a.eval: has 2 metrics (map, P_10); choose one with -m.");
    }

    @Test
    void badLinesAreNamed() throws IOException {
        assertBad("topic,v\n1,x\n", ":2: expected a number, got \"x\".");
        assertBad("topic,v\n1,NaN\n", ":2: expected a finite number, got \"NaN\".");
        assertBad("topic,v\n1,1\n1,2\n", ":3: topic \"1\" of bad appears twice.");
        assertBad("topic,v\n1\n", ":2: expected 2 fields as in the header, got 1.");
        assertBad("q 0 d 1\n", "or a header with a column \"topic\", got \"q 0 d 1\".");
        assertBad("\n", "the file is empty; name a file with results.");
    }

    @Test
    void labelsAreGradesProbabilitiesOrFailures() throws IOException {
        var file = file("judge.jsonl", """
                {"topic":1,"document":"a","grade":2}
                {"topic":"1","document":"b","probabilities":[0.4,0.2,0.4]}
                {"topic":"1","document":"c","probabilities":{"3":0.7,"0":0.3}}
                {"topic":"2","document":"a","failed":"no grade in the reply"}
                """);

        var labels = LabelFiles.labels(file, note -> {});

        var topic = labels.labels().topic("1").orElseThrow();
        assertThat(topic.documents().toList()).containsExactly("a", "b", "c");
        assertThat(new int[] {topic.grade(0), topic.grade(1), topic.grade(2)}).containsExactly(2, 0, 3);
        assertThat(labels.failed()).containsExactly(new FailedLabel("2", "a", "no grade in the reply"));
        assertThat(labels.name()).isEqualTo("judge");
    }

    @Test
    void badLabelsAreNamed() throws IOException {
        assertBadLabel("{\"topic\":1}", ":1: \"document\" must be a text or a whole number, got none.");
        assertBadLabel("{\"topic\":1,\"document\":2,\"grade\":1.5}", "expected \"grade\" (a whole number)");
        assertBadLabel(
                "{\"topic\":1,\"document\":2,\"probabilities\":[2]}", "a probability must be from 0 to 1, got 2");
        assertBadLabel("{\"topic\"", "got something that is no JSON");
    }

    @Test
    void lengthsMayHaveAHeader() throws IOException {
        assertThat(LengthFiles.read(file("l.tsv", "doc\tlength\na\t3\n"))).isEqualTo(Map.of("a", 3));
        assertThatThrownBy(() -> LengthFiles.read(file("m.tsv", "a\t3\nb\tx\n")))
                .hasMessageContaining("m.tsv:2: expected a document and a length");
    }

    private void assertBad(String text, String message) throws IOException {
        var file = file("bad.csv", text);
        assertThatThrownBy(() -> ScoreFiles.read(file, Optional.empty()))
                .isInstanceOf(SommelierException.class)
                .hasMessageEndingWith(message);
    }

    private void assertBadLabel(String text, String message) throws IOException {
        var file = file("bad.jsonl", text);
        assertThatThrownBy(() -> LabelFiles.labels(file, note -> {}))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining(message);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
