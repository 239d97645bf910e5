package dev.sommelier.recommenders.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.Provenance;
import dev.sommelier.core.SommelierException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    private static final double[] DOUBLES =
            new SplittableRandom(1).doubles(9000).toArray();
    private static final int[] INTS = new SplittableRandom(2).ints(17_001).toArray();
    private static final List<String> ITEMS = List.of("a b", "\"q\"", "\u00e9\u4e2d\ud83d\ude00", "");

    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");
    private byte[] bytes = new byte[0];

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("x.model");
        var arrays = new LinkedHashMap<String, StoredArray>();
        arrays.put("doubles", DoubleArray.of(DOUBLES));
        arrays.put("rows", DoubleArray.ofRows(new double[][] {{1, 2, 3}, {4, 5, 6}}));
        arrays.put("floats", FloatArray.of(new float[] {1.5f, -2}));
        arrays.put("ints", IntArray.of(INTS));
        arrays.put("texts", new TextArray(ITEMS));
        arrays.put("none", IntArray.of(new int[0]));
        var model = new StoredModel(
                "Kind",
                ModelParameters.parse("one=1 two=0.5"),
                new Provenance(Map.of("data set", "b\u00fccher")),
                new CatalogStamp("00ff", ITEMS),
                arrays);
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ModelFile.write(channel, model);
        }
        bytes = Files.readAllBytes(file);
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        var model = ModelFile.read(file);

        assertThat(model.kind()).isEqualTo("Kind");
        assertThat(model.parameters()).hasToString("one=1 two=0.5");
        assertThat(model.provenance().facts()).containsExactly(Map.entry("data set", "b\u00fccher"));
        assertThat(model.catalogue()).isEqualTo(new CatalogStamp("00ff", ITEMS));
        assertThat(model.arrays().keySet()).containsExactly("doubles", "rows", "floats", "ints", "texts", "none");
        assertThat(model.doubles("doubles").toArray()).containsExactly(DOUBLES);
        assertThat(model.doubles("rows").toArray()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(model.floats("floats").toArray()).containsExactly(1.5f, -2);
        assertThat(model.ints("ints").toArray()).containsExactly(INTS);
        assertThat(model.texts("texts").values()).isEqualTo(ITEMS);
        assertThat(model.ints("none").size()).isZero();
    }

    @Test
    void anArrayLongerThanAMappingIsSplit() {
        var model = new ModelReader(file, 64).read();

        assertThat(model.doubles("doubles").toArray()).containsExactly(DOUBLES);
        assertThat(model.ints("ints").get(16_999)).isEqualTo(INTS[16_999]);
        var some = new double[21];
        model.doubles("doubles").copy(5, some, 21);
        assertThat(some).containsExactly(Arrays.copyOfRange(DOUBLES, 5, 26));
    }

    @Test
    void writingTwiceGivesEqualBytes() throws IOException {
        write();

        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void aTruncatedFileIsAClearErrorWhereverItEnds() throws IOException {
        for (int length : new int[] {0, 7, 31}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> ModelFile.read(file))
                    .isInstanceOf(SommelierException.class)
                    .hasMessageContaining("is not a model file");
        }
        for (int length = 32; length < bytes.length; length += 997) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> ModelFile.read(file))
                    .isInstanceOf(SommelierException.class)
                    .hasMessageContaining("is cut off: it has " + length + " bytes of " + bytes.length);
        }
        Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));
        assertThatThrownBy(() -> ModelFile.read(file)).hasMessageContaining("is too long");
    }

    @Test
    void aChangedByteIsAClearErrorWhereverItIs() throws IOException {
        for (int at = 0; at < bytes.length; at += at < 200 ? 1 : 1013) {
            if (at >= 28 && at < 32) {
                continue; // reserved
            }
            var changed = bytes.clone();
            changed[at] ^= 0x55;
            Files.write(file, changed);
            assertThatThrownBy(() -> ModelFile.read(file)).as("byte " + at).isInstanceOf(SommelierException.class);
        }
    }

    @Test
    void anotherVersionIsNamed() throws IOException {
        bytes[8] = 9;
        Files.write(file, bytes);

        assertThatThrownBy(() -> ModelFile.read(file))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("has version 9, this Sommelier reads version 1; train the model again");
    }

    @Test
    void aMissingFileIsAClearError() {
        assertThatThrownBy(() -> ModelFile.read(folder.resolve("missing")))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("there is no model file");
    }

    @Test
    void parametersAreCheckedByNameAndType() {
        var parameters = ModelParameters.parse("lambda=250 recency=all");

        assertThat(parameters.with(Map.of("lambda", "9")).number("lambda")).isEqualTo(9);
        assertThatThrownBy(() -> parameters.with(Map.of("lamda", "9")))
                .hasMessage("there is no parameter \"lamda\"; this model has lambda, recency.");
        assertThatThrownBy(() -> parameters.number("recency"))
                .hasMessage("parameter recency must be a number, got \"all\".");
        assertThatThrownBy(() -> parameters.with(Map.of("lambda", "NaN")).number("lambda"))
                .hasMessage("parameter lambda must be a finite number, got \"NaN\".");
        assertThatThrownBy(() -> parameters.integer("recency")).hasMessageContaining("a whole number");
        assertThatThrownBy(() -> ModelParameters.parse("x")).hasMessageContaining("got \"x\"");
    }
}
