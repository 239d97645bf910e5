package dev.sommelier.judges.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sommelier.core.SommelierException;
import dev.sommelier.judges.calibration.Calibration;
import dev.sommelier.judges.calibration.CalibrationFile;
import dev.sommelier.judges.calibration.OrdinalModel;
import dev.sommelier.judges.calibration.PerTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecidedJudgesTest {
    @TempDir
    Path folder;

    private final FakeModel model = new FakeModel();

    private RelevanceJudge judge(Map<String, String> facts) throws IOException {
        var calibration = new Calibration(
                List.of(new Calibration.Signal("query-likelihood", 0, 1)),
                GradeScale.TREC4.values(),
                new OrdinalModel(List.of(1.0), List.of(-1.0, 0.0, 1.0)),
                Calibration.Rule.THRESHOLDS,
                List.of(-5.0, 0.0, 5.0),
                PerTopic.NONE,
                facts);
        var file = Files.writeString(folder.resolve("c.json"), CalibrationFile.write(calibration));
        return RelevanceMethods.open(JudgeSettings.of("calibrated").withCalibration(file), model);
    }

    @Test
    void aCalibrationIsRefusedForAnotherFileOfAModel() throws IOException {
        assertThat(judge(Map.of("model sha256", FakeModel.DEFAULT_HASH, "model", "any"))
                        .name())
                .isEqualTo("calibrated");
        assertThatThrownBy(() -> judge(Map.of("model sha256", "another")))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("was fitted with model sha256 another, and here it is " + FakeModel.DEFAULT_HASH);
    }

    @Test
    void aCalibrationThatWasFittedOverAServerIsRefusedForAnotherModelsName() throws IOException {
        model.serverModel = Optional.of("large");
        assertThat(judge(Map.of("model", "large")).name()).isEqualTo("calibrated");
        assertThatThrownBy(() -> judge(Map.of("model", "small")))
                .isInstanceOf(SommelierException.class)
                .hasMessageContaining("was fitted with model small, and here it is large");

        model.serverModel = Optional.empty();
        assertThatThrownBy(() -> judge(Map.of("model", "large")))
                .hasMessageContaining("was fitted with model large, and here it is none");
    }
}
