package dev.sommelier.datasets.trec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.core.TopicRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunStreamTest {
    @TempDir
    Path folder;

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    @Test
    void handsOverWhatReadingTheFileGives() throws IOException {
        // Topics from one line to longer than the buffer; the last line has no line feed.
        var text = text(List.of(1, 3, 30_000, 1, 12_000, 700, 2, 9_000), "r").stripTrailing();
        var file = Files.writeString(folder.resolve("run"), text);

        var streamed = TrecFiles.stream(file, () -> topic -> seen.add(shown(topic)));

        assertThat(streamed).contains(new StreamedRun("r", "t0"));
        var whole = TrecFiles.run(file);
        assertThat(whole.warnings()).isEmpty();
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(whole.value().topics().stream()
                        .map(RunStreamTest::shown)
                        .toList());
    }

    @Test
    void oneLongTopicIsOneTopic() throws IOException {
        var file = Files.writeString(folder.resolve("run"), text(List.of(60_000), "r"));

        assertThat(TrecFiles.stream(file, () -> topic -> seen.add(topic.topic() + topic.size())))
                .isPresent();
        assertThat(seen).containsExactly("t060000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t1 Q0 late 1 1 r\n", // a topic that comes back
                "new Q0 d 1 1 other\n",
                "new Q0 d 1 1 r extra\n",
                "new Q0 d 1 1\n",
                "new Q0 d 1 nan r\n",
                "new Q0 d 1 1 r\nnew Q0 d 2 1 r\n",
                "new  Q0 d 1 1 r\n",
                "new Q0 d 1 1 r\r\n",
                "# a comment\n",
                "\n",
                "new Q0 d\0 1 1 r\n"
            })
    void whatIsUnusualIsLeftToTheUsualWay(String line) throws IOException {
        var usual = text(List.of(12_000, 12_000, 12_000), "r");
        UnaryOperator<String> first = text -> line + text;
        UnaryOperator<String> last = text -> text + line;
        for (var place : List.of(first, last)) {
            var file = Files.writeString(folder.resolve("run"), place.apply(usual));
            assertThat(TrecFiles.stream(file, () -> topic -> {})).isEmpty();
        }
    }

    @Test
    void otherFilesAreLeftToTheUsualWay() throws IOException {
        var small = Files.writeString(folder.resolve("small"), text(List.of(10), "r"));
        var mark = Files.writeString(folder.resolve("mark"), "\uFEFF" + text(List.of(30_000, 30_000), "r"));
        for (var file : List.of(small, mark, folder, folder.resolve("none"))) {
            assertThat(TrecFiles.stream(file, () -> topic -> {})).isEmpty();
        }
    }

    private static String shown(TopicRun topic) {
        var text = new StringBuilder(topic.topic());
        for (int i = 0; i < topic.size(); i++) {
            text.append(' ').append(topic.documents().get(i)).append('=').append(topic.score(i));
        }
        return text.toString();
    }

    private static String text(List<Integer> sizes, String name) {
        var text = new StringBuilder();
        for (int t = 0; t < sizes.size(); t++) {
            for (int i : IntStream.range(0, sizes.get(t)).toArray()) {
                text.append("t%d Q0 some-document-%d %d %s %s%n"
                        .formatted(t, i * 7919L % 1_000_003, i + 1, 1000 - i / 64.0, name));
            }
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
