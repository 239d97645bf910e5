package dev.sommelier.evaluation.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sommelier.core.IdList;
import dev.sommelier.core.Qrels;
import dev.sommelier.core.TopicJudgments;
import dev.sommelier.evaluation.agreement.KrippendorffAlpha.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Holds agreement against the published figures of the LLMJudge label files.
class LlmJudgeGoldenIT {
    private static final PairPolicy CLIP = new PairPolicy(PairPolicy.OutOfRange.CLIP, PairPolicy.Missing.FAIL);
    private final Path folder = Path.of(System.getProperty("sommelier.shared", "none"), "llmjudge");

    @BeforeEach
    void needsTheData() {
        assumeTrue(Files.exists(folder), "the shared folder with llmjudge is missing (sommelier.shared)");
    }

    @Test
    void everyPublishedKappaAndAlphaReproduces() throws IOException {
        var human = qrels(folder.resolve("human-test-qrels.txt"));
        var scale = LabelPairs.impliedScale(human);
        assertThat(scale).isEqualTo(new GradeScale(0, 3));
        var kappa = new CohenKappa(Weighting.NONE);
        var nominal = new KrippendorffAlpha(Level.NOMINAL);
        Map<String, AgreementMeasure> columns = new LinkedHashMap<>();
        columns.put("kappa4", kappa);
        columns.put("alpha4", new KrippendorffAlpha(Level.ORDINAL));
        columns.put("k_0_123", new Binarised(kappa, 1));
        columns.put("k_01_23", new Binarised(kappa, 2));
        columns.put("k_012_3", new Binarised(kappa, 3));
        columns.put("a_0_123", new Binarised(nominal, 1));
        columns.put("a_01_23", new Binarised(nominal, 2));
        columns.put("a_012_3", new Binarised(nominal, 3));

        var rows = Files.readAllLines(folder.resolve("published-tables.tsv"));
        var header = List.of(rows.getFirst().split("\t"));
        int checked = 0;
        for (var row : rows.subList(1, rows.size())) {
            var cells = row.split("\t");
            var file = folder.resolve("labels").resolve(cells[0] + ".txt");
            if (Files.exists(file)) {
                var table = LabelPairs.of(human, new LabelSet(cells[0], qrels(file)), scale, CLIP)
                        .byTopic()
                        .pooled();
                columns.forEach((column, measure) -> assertThat(measure.of(table))
                        .as("%s %s", cells[0], column)
                        .isCloseTo(Double.parseDouble(cells[header.indexOf(column)]), within(0.00005000001)));
                checked++;
            }
        }
        assertThat(checked).isEqualTo(17);
    }

    @Test
    void theIntervalOfTheBestSetIsWideOverTwentyFiveQueries() {
        var human = qrels(folder.resolve("human-test-qrels.txt"));
        var best = LabelPairs.of(
                human, new LabelSet("umbrela1", qrels(label("willia-umbrela1"))), new GradeScale(0, 3), CLIP);

        var agreement = LabelAgreements.standard(new GradeScale(0, 3), 1).of(best, Optional.empty());

        var interval = agreement.measure("kappa").interval().orElseThrow();
        assertThat(interval.mean()).isCloseTo(0.2863, within(5e-5));
        assertThat(interval.low()).isCloseTo(0.166, within(0.02));
        assertThat(interval.high()).isCloseTo(0.388, within(0.02));
    }

    @Test
    void theMajorityOfFiveStrongSetsBeatsTheBestOfThem() {
        var human = qrels(folder.resolve("human-test-qrels.txt"));
        var sets =
                List.of("willia-umbrela1", "h2oloo-fewself", "willia-umbrela3", "h2oloo-zeroshot2", "Olz-exp").stream()
                        .map(name -> LabelPairs.of(
                                human, new LabelSet(name, qrels(label(name))), new GradeScale(0, 3), CLIP))
                        .toList();

        var majority = Ensemble.MAJORITY.of(sets).byTopic().pooled();

        assertThat(new CohenKappa(Weighting.NONE).of(majority)).isGreaterThan(0.2863);
    }

    private Path label(String name) {
        return folder.resolve("labels").resolve(name + ".txt");
    }

    private static Qrels qrels(Path file) {
        var topics = new LinkedHashMap<String, List<String[]>>();
        try (var lines = Files.lines(file)) {
            lines.map(line -> line.split("\\s+"))
                    .forEach(fields -> topics.computeIfAbsent(fields[0], topic -> new ArrayList<>())
                            .add(fields));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Qrels(topics.entrySet().stream()
                .map(topic -> new TopicJudgments(
                        topic.getKey(),
                        IdList.of(topic.getValue().stream()
                                .map(fields -> fields[2])
                                .toList()),
                        topic.getValue().stream()
                                .mapToInt(fields -> Integer.parseInt(fields[3]))
                                .toArray()))
                .toList());
    }
}
