package dev.sommelier.judges.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.core.Document;
import dev.sommelier.core.Judgment;
import dev.sommelier.core.Topic;
import dev.sommelier.judges.calibration.Calibration;
import dev.sommelier.judges.calibration.CalibrationFile;
import dev.sommelier.judges.calibration.OrdinalModel;
import dev.sommelier.judges.calibration.PerTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerTopicJudgeTest {
    @TempDir
    Path folder;

    private final FakeModel model = new FakeModel();

    @Test
    void aPairIsComparedWithItsTopicInTheBatchAndATopicOfFewPairsFailsWithTheNextStep() throws IOException {
        // The level of the topic is far from that of the fit: only the place within it decides.
        model.likelihood = message -> message.contains("apt") ? -70.0 : -90.0;
        var calibration = new Calibration(
                List.of(new Calibration.Signal("query-likelihood", 0, 1)),
                GradeScale.TREC4.values(),
                new OrdinalModel(List.of(1.0), List.of(-1.0, 0.0, 1.0)),
                Calibration.Rule.THRESHOLDS,
                List.of(-5.0, 0.0, 5.0),
                PerTopic.SCALE,
                Map.of());
        var file = Files.writeString(folder.resolve("c.json"), CalibrationFile.write(calibration));
        var batch = new ArrayList<RelevancePair>();
        for (int d = 0; d < 6; d++) {
            batch.add(new RelevancePair(new Topic("t1", "words"), new Document("d" + d, d < 3 ? "apt" : "other")));
        }
        batch.add(new RelevancePair(new Topic("t2", "alone"), new Document("e", "apt")));

        var judge = RelevanceMethods.open(JudgeSettings.of("calibrated").withCalibration(file), model);
        var judgments = judge.judge(batch);

        assertThat(judgments.subList(0, 3)).allMatch(each -> ((Judgment.Graded) each).label() == 2);
        assertThat(judgments.subList(3, 6)).allMatch(each -> ((Judgment.Graded) each).label() == 1);
        assertThat(judgments.get(6)).isInstanceOfSatisfying(Judgment.Failed.class, failed -> {
            assertThat(failed.kind()).isEqualTo("few-of-topic");
            assertThat(failed.cause()).contains("--batch");
        });
        assertThat(judge.facts().facts()).containsEntry("signals per topic", "scale, within a batch");
        assertThat(judge.together()).isTrue();
    }

    @Test
    void theQueryWithoutAPassageIsAskedOnceATopic() {
        model.likelihood = message -> message.contains("(empty)") ? -4.0 : -1.0;
        var reader = SignalReader.of(List.of("query-likelihood", "query-prior"), JudgeSettings.of("grade"), model);
        var batch = List.of(
                new RelevancePair(new Topic("t1", "words"), new Document("a", "x")),
                new RelevancePair(new Topic("t1", "words"), new Document("b", "y")));

        var rows = reader.measure(batch);
        reader.measure(batch);

        assertThat(rows).allMatch(row -> row.values().equals(List.of(-1.0, -4.0)));
        assertThat(model.asked).hasSize(2 + 1 + 2);
    }
}
