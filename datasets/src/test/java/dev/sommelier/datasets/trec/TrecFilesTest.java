package dev.sommelier.datasets.trec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TopicRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrecFilesTest {
    @TempDir
    Path folder;

    @Test
    void readsTopicsDocumentsAndNumbers() throws IOException {
        var qrels = TrecFiles.qrels(file("1 0 a 2\n1 0 b -1\n2 0 a 0"));
        var run = TrecFiles.run(file("1 Q0 b 1 2.5 mine\n1 Q0 a 2 -1e-3 mine\n"));

        assertThat(qrels.warnings()).isEmpty();
        assertThat(qrels.value().topics()).hasSize(2);
        assertThat(qrels.value().topic("1").orElseThrow().grade(1)).isEqualTo(-1);
        assertThat(run.warnings()).isEmpty();
        assertThat(run.value().name()).isEqualTo("mine");
        var topic = run.value().topic("1").orElseThrow();
        assertThat(topic.documents().toList()).containsExactly("b", "a");
        assertThat(topic.score(1)).isEqualTo(-0.001);
    }

    @Test
    void gzipIsToldByItsFirstBytes() throws IOException {
        var packed = gzip("1 Q0 a 1 1 r\n");

        assertThat(TrecFiles.run(bytes(packed)).value().topics()).hasSize(1);
    }

    @Test
    void gzipThatEndsEarlyIsRefused() throws IOException {
        var packed = gzip("1 Q0 a 1 1 r\n".repeat(50));

        assertRefused(bytes(Arrays.copyOf(packed, packed.length - 9)), "early end", "again");
    }

    @Test
    void interleavedTopicsAreGroupedAndCounted() throws IOException {
        var loaded = TrecFiles.run(file("1 Q0 a 1 3 r\n2 Q0 a 1 9 r\n1 Q0 b 2 2 r\n2 Q0 b 1 8 r\n"));

        assertThat(loaded.value().topics()).extracting(TopicRun::topic).containsExactly("1", "2");
        assertThat(loaded.value().topic("1").orElseThrow().documents().toList()).containsExactly("a", "b");
        assertThat(loaded.value().topic("2").orElseThrow().score(1)).isEqualTo(8);
        assertThat(loaded.warnings()).containsExactly(new CountedWarning(Oddity.INTERLEAVED_TOPIC, 2, 3));
    }

    @Test
    void whatTrecEvalAcceptsIsCounted() throws IOException {
        var run = "\uFEFF# comment\n 1  Q0 a 1 3 r\r\n\n1 Q0 b 2 2 s extra\r\n";

        var loaded = TrecFiles.run(file(run));

        assertThat(loaded.value().name()).isEqualTo("s");
        assertThat(loaded.value().topic("1").orElseThrow().documents().toList()).containsExactly("a", "b");
        assertThat(loaded.warnings())
                .containsExactly(
                        new CountedWarning(Oddity.BYTE_ORDER_MARK, 1, 1),
                        new CountedWarning(Oddity.CARRIAGE_RETURN, 2, 2),
                        new CountedWarning(Oddity.EXTRA_SPACE, 1, 2),
                        new CountedWarning(Oddity.EXTRA_FIELDS, 1, 4),
                        new CountedWarning(Oddity.BLANK_LINE, 1, 3),
                        new CountedWarning(Oddity.COMMENT, 1, 1),
                        new CountedWarning(Oddity.SEVERAL_NAMES, 1, 4));
    }

    @Test
    void anEqualJudgementTwiceCountsOnce() throws IOException {
        var loaded = TrecFiles.qrels(file("1 0 a 2\n1 0 b 1\n1 0 a 2\n"));

        assertThat(loaded.value().topic("1").orElseThrow().documents().toList()).containsExactly("a", "b");
        assertThat(loaded.warnings()).containsExactly(new CountedWarning(Oddity.REPEATED_JUDGEMENT, 1, 3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1 Q0 a 1 3                      | :1: | 6 fields  | got 5
                    1 0 a 1                         | :1: | 6 fields  | qrels
                    1 Q0 a 1 high r                 | :1: | finite    | "high"
                    1 Q0 a 1 NaN r                  | :1: | finite    | "NaN"
                    1 Q0 a 1 -inf r                 | :1: | finite    | "-inf"
                    1 Q0 a 1 1e999 r                | :1: | finite    | "1e999"
                    1 Q0 a 1 0x10 r                 | :1: | finite    | "0x10"
                    1 Q0 a 1 2 r;1 Q0 a 2 1 r       | :2: | once      | "a" again after line 1
                    # only a comment                | :1: | at least one | none
                    """)
    void aRunIsRefusedWithPlaceRuleAndValue(String lines, String place, String rule, String value) throws IOException {
        var file = file(lines.replace(';', '\n') + "\n");

        assertThatThrownBy(() -> TrecFiles.run(file))
                .isInstanceOf(SommelierException.class)
                .hasMessageStartingWith(file + place)
                .hasMessageContainingAll(rule, value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1 0 a                           | :1: | 4 fields  | got 3
                    1 Q0 a 1 3 r                    | :1: | 4 fields  | looks like a run
                    1 0 a 1.5                       | :1: | whole     | "1.5"
                    1 0 a 99999999999               | :1: | whole     | "99999999999"
                    1 0 b 1;1 0 a 2;1 0 a 1         | :3: | one grade | got 1 for "a" after 2 in line 2
                    """)
    void qrelsAreRefusedWithPlaceRuleAndValue(String lines, String place, String rule, String value)
            throws IOException {
        var file = file(lines.replace(';', '\n') + "\n");

        assertThatThrownBy(() -> TrecFiles.qrels(file))
                .isInstanceOf(SommelierException.class)
                .hasMessageStartingWith(file + place)
                .hasMessageContainingAll(rule, value);
    }

    @Test
    void anEmptyFileAFolderAndNoFileAreRefused() throws IOException {
        assertRefused(file(""), ":1: ", "empty");
        assertRefused(folder, "folder");
        assertRefused(folder.resolve("missing"), "no such file");
    }

    @Test
    void binaryDataIsRefused() throws IOException {
        assertRefused(bytes("1 Q0 a".getBytes(StandardCharsets.UTF_16LE)), "zero byte", "utf-16");
    }

    @Test
    void aLargeTextReadByTwoThreadsIsWhatOneWouldRead() throws IOException {
        var text = new StringBuilder();
        for (int topic = 0; topic < 60; topic++) {
            for (int i = 0; i < 1_000; i++) {
                text.append(topic)
                        .append(" Q0 document")
                        .append(i)
                        .append(" 1 ")
                        .append(i * 0.25)
                        .append(" r\n");
            }
        }

        var run = TrecFiles.run(file(text.toString())).value();

        assertThat(run.topics()).hasSize(60).allMatch(topic -> topic.size() == 1_000);
        var middle = run.topic("31").orElseThrow();
        assertThat(middle.documents().get(999)).isEqualTo("document999");
        assertThat(middle.score(999)).isEqualTo(249.75);
        var broken = text.insert(text.length() - 5, 'x').toString();
        assertRefused(file(broken), ":60000: ", "finite");
    }

    private void assertRefused(Path file, String... parts) {
        assertThatThrownBy(() -> TrecFiles.run(file))
                .isInstanceOf(SommelierException.class)
                .hasMessageContainingAll(parts);
    }

    private Path file(String text) throws IOException {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path bytes(byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }

    private static byte[] gzip(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var stream = new GZIPOutputStream(packed)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
