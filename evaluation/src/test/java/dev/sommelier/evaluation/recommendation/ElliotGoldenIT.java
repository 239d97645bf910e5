package dev.sommelier.evaluation.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.Interaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Elliot's published figures for ChatGPT's recommendations on MovieLens latest small.
class ElliotGoldenIT {
    /// Elliot breaks ties at the border of the short head by an order of its own.
    private static final Set<String> TO_FOUR_PERCENT = Set.of("ACLT", "APLT", "PopREO", "PopRSP", "SEntropy");

    private static final Map<String, String> OUR_NAMES = Map.of(
            "nDCG", "nDCG(elliot)",
            "nDCGRendle2020", "nDCG(rendle)",
            "MAP", "MAP(elliot)",
            "ItemCoverage", "ItemCoverage(count)",
            "UserCoverage", "UserCoverage(count)",
            "Gini", "Gini(elliot)",
            "SEntropy", "SEntropy(elliot)");

    @ParameterizedTest
    @ValueSource(ints = {10, 50})
    void everyFigureIsElliots(int k) throws IOException {
        var folder = SharedData.folder("elliot-golden");
        var evaluation = RecommendationEvaluation.of(
                interactions(folder.resolve("train.tsv")), interactions(folder.resolve("test.tsv")), Policies.elliot());
        var expected = expected(folder.resolve("expected-cutoff-" + k + ".tsv"));
        var names = expected.keySet().stream()
                .map(name -> OUR_NAMES.getOrDefault(name, name))
                .toList();

        var result =
                evaluation.evaluate(lists(folder.resolve("chatgpt-recs.tsv")), MetricNames.parse(names, List.of(k)), 7);

        assertThat(result.counts().users()).isEqualTo(596);
        assertThat(result.counts().usersWithoutTest()).isEqualTo(7);
        assertThat(result.counts().trainingUsers()).isEqualTo(603);
        assertThat(result.counts().catalogueItems()).isEqualTo(1862);
        assertThat(expected).hasSize(20).allSatisfy((name, value) -> {
            double ours =
                    result.value(OUR_NAMES.getOrDefault(name, name) + "@" + k).orElseThrow();
            double tolerance = TO_FOUR_PERCENT.contains(name) ? 0.04 * value : 1e-5;
            assertThat(ours).as(name).isCloseTo(value, within(tolerance));
        });
    }

    private static Map<String, Double> expected(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var names = lines.get(0).split("\t");
        var values = lines.get(1).split("\t");
        var expected = new LinkedHashMap<String, Double>();
        for (int i = 1; i < names.length; i++) {
            expected.put(names[i], Double.parseDouble(values[i]));
        }
        return expected;
    }

    private static List<Interaction> interactions(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> line.split("\t"))
                .map(fields -> new Interaction(fields[0], fields[1], Double.parseDouble(fields[2]), 0))
                .toList();
    }

    /// The file is in the order of ranks.
    private static Map<String, List<String>> lists(Path file) throws IOException {
        var lists = new LinkedHashMap<String, List<String>>();
        for (var line : Files.readAllLines(file)) {
            var fields = line.split("\t");
            lists.computeIfAbsent(fields[0], user -> new ArrayList<>()).add(fields[1]);
        }
        return lists;
    }
}
