package dev.sommelier.judges.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Document;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignalFileTest {
    private static final Map<String, String> FACTS = Map.of("truncation", "head, 300 tokens");

    @TempDir
    Path folder;

    private final FakeModel model = new FakeModel();

    private SignalReader reader(String... signals) {
        return SignalReader.of(List.of(signals), JudgeSettings.of("calibrated"), model);
    }

    private static List<RelevancePair> pairs(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> new RelevancePair(
                        new Topic("t" + i % 2, "which words fit"), new Document("d" + i, "text number " + i)))
                .toList();
    }

    private List<SignalReader.Measured> measure(SignalReader reader, int size) {
        return SignalFile.in(folder, reader, FACTS).measure(pairs(size), reader, 2, done -> {});
    }

    private Path only() throws IOException {
        try (var files = Files.list(folder)) {
            var found = files.toList();
            assertThat(found).hasSize(1);
            return found.getFirst();
        }
    }

    @Test
    void whatTheFileHasIsNotMeasuredAgain() {
        model.likelihood = message -> -(double) message.length();
        var reader = reader("query-likelihood", "overlap");
        measure(reader, 5);
        int asked = model.asked.size();
        assertThat(asked).isEqualTo(5);

        var all = measure(reader("query-likelihood", "overlap"), 8);

        assertThat(model.asked).hasSize(8);
        assertThat(all).isEqualTo(reader.measure(pairs(8)));
        assertThat(all.getFirst().values()).hasSize(2);
    }

    @Test
    void aLineThatAKillLeftTornIsMeasuredAgain() throws IOException {
        var reader = reader("query-likelihood");
        var whole = measure(reader, 4);
        var text = Files.readString(only());
        Files.writeString(only(), text.substring(0, text.length() - 3));
        int asked = model.asked.size();

        assertThat(measure(reader, 4)).isEqualTo(whole);

        assertThat(model.asked).hasSize(asked + 1);
        assertThat(Files.readString(only())).isEqualTo(text);
    }

    @Test
    void aPairThatCouldNotBeMeasuredIsNotKeptAndTriedAgain() {
        model.likelihood = message -> message.contains("number 1") ? Double.NaN : -2.0;
        var reader = reader("query-likelihood");
        var first = measure(reader, 3);
        assertThat(first.get(1).failure()).isPresent();
        assertThat(first.get(1).values()).isEmpty();
        assertThat(first.get(2).values()).containsExactly(-2.0);

        model.likelihood = message -> -2.0;

        assertThat(measure(reader, 3).get(1).values()).containsExactly(-2.0);
    }

    @Test
    void otherSettingsHaveAnotherFileAndAreRefusedInThisOne() throws IOException {
        var reader = reader("query-likelihood");
        measure(reader, 2);
        var file = only();
        var other = Map.of("truncation", "head, 100 tokens");

        assertThatThrownBy(() -> SignalFile.open(file, reader, other))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("holds signals of other settings");
        SignalFile.in(folder, reader, other);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aLineThatIsNoMeasurementIsToldWithItsPlace() throws IOException {
        var reader = reader("query-likelihood");
        measure(reader, 2);
        var lines = new ArrayList<>(Files.readAllLines(only()));
        lines.set(1, lines.get(1).replaceAll("\t[^\t]*$", "\tmuch"));
        Files.write(only(), lines);
        assertThatThrownBy(() -> measure(reader, 2)).hasMessageContaining(":2: expected a number, got \"much\"");
        lines.set(1, "t0\td0");
        Files.write(only(), lines);
        assertThatThrownBy(() -> measure(reader, 2)).hasMessageContaining(":2: expected 3 tab-separated fields, got 2");
    }
}
