package dev.sommelier.llm.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.sommelier.core.SommelierException;
import dev.sommelier.llm.testing.TinyGguf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real engine on a model that the test writes; its vectors mean nothing but are the model's.
class GgufEncoderIT {
    @TempDir
    static Path folder;

    private static GgufEncoder encoder;

    @BeforeAll
    static void open() {
        encoder = GgufEncoder.open(TinyGguf.write(folder.resolve("tiny.gguf"), 7), 2);
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @Test
    void vectorsHaveLengthOneAndDoNotDependOnTheirNeighbours() {
        var texts = IntStream.range(0, 200)
                .mapToObj(i -> "text " + i + " of a ship".repeat(i % 7))
                .toList();
        float[][] together = encoder.encode(texts);

        assertThat(together).hasDimensions(200, encoder.dimensions());
        for (int i = 0; i < texts.size(); i += 17) {
            float[] alone = encoder.encode(List.of(texts.get(i)))[0];
            assertThat(dot(alone, alone)).isCloseTo(1, offset(1e-5));
            assertThat(dot(alone, together[i])).as(texts.get(i)).isCloseTo(1, offset(1e-4));
        }
        assertThat(dot(together[0], together[1])).isLessThan(0.9999);
        assertThat(encoder.encode(texts)).isDeepEqualTo(together);
    }

    @Test
    void aTextLongerThanTheContextIsEncodedInParts() {
        float[] vector = encoder.encode(List.of("a very long text ".repeat(700)))[0];

        assertThat(dot(vector, vector)).isCloseTo(1, offset(1e-5));
    }

    @Test
    void blankTextsAndFilesThatAreNoModelsAreRefused() throws Exception {
        var damaged = Files.writeString(folder.resolve("damaged.gguf"), "nothing of the kind, really");

        assertThat(encoder.encode(List.of())).isEmpty();
        assertThatThrownBy(() -> encoder.encode(List.of("a", " ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("text 1 of 2 is blank");
        assertThatThrownBy(() -> GgufEncoder.open(damaged, 1)).isInstanceOf(SommelierException.class);
    }

    private static double dot(float[] one, float[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> (double) one[i] * other[i])
                .sum();
    }
}
