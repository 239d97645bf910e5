package dev.sommelier.evaluation.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// Java LensKit's nDCG and reciprocal rank of a hundred stored lists.
class LensKitGoldenIT {
    @Test
    void everyListHasLensKitsFigures() throws IOException {
        var folder = SharedData.folder("lenskit-golden");
        var lists = new LinkedHashMap<String, List<String>>();
        try (var text = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve("topn-java-recs.csv.gz"))),
                StandardCharsets.UTF_8))) {
            text.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(fields -> lists.computeIfAbsent(fields[0] + "," + fields[1], key -> new ArrayList<>())
                            .add(fields[3]));
        }
        var truth = new LinkedHashMap<String, Map<String, Double>>();
        Files.readAllLines(folder.resolve("topn-java-truth.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .forEach(fields -> truth.computeIfAbsent(fields[0], key -> new LinkedHashMap<>())
                        .put(fields[1], Double.parseDouble(fields[2])));
        var ndcg = new Ndcg(Ndcg.Variant.LENSKIT, RecommendationMetric.UNCUT);

        var expected = Files.readAllLines(folder.resolve("topn-java-metrics.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();

        assertThat(expected).hasSize(100).allSatisfy(fields -> {
            var list = JudgedList.of(
                    lists.getOrDefault(fields[0] + "," + fields[1], List.of()),
                    truth.getOrDefault(fields[1], Map.of()));
            assertThat(ndcg.of(list)).isCloseTo(Double.parseDouble(fields[2]), within(1e-12));
            assertThat(ReciprocalRank.uncut().of(list)).isCloseTo(Double.parseDouble(fields[3]), within(1e-12));
        });
    }
}
