package dev.sommelier.evaluation.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sommelier.evaluation.correlation.KendallTauB;
import dev.sommelier.evaluation.correlation.Orders;
import dev.sommelier.evaluation.correlation.RankBiasedOverlap;
import dev.sommelier.evaluation.correlation.TauAp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Holds system rankings and the preservation of significance against figures of an independent program on SynDL.
class SynDlGoldenIT {
    private static final FamilyTest T_BH = new CorrectedTest(new PairedT(), Correction.BENJAMINI_HOCHBERG);
    private final Path folder = Path.of(System.getProperty("sommelier.shared", "none"), "syndl");

    @BeforeEach
    void needsTheData() {
        assumeTrue(Files.exists(folder), "the shared folder with syndl is missing (sommelier.shared)");
    }

    @Test
    void deepLearning2019() throws IOException {
        var human = table("dl2019_nist");
        var label = table("dl2019_syndl_full");

        rankings(human, label, 0.8571, 0.6889, 0.8059, 0.7664);

        var comparison = SystemComparison.of(human, label, T_BH, 0.05, 10);
        var all = comparison.all();
        assertThat(all.classes().values()).containsExactly(427, 0, 84, 14, 74, 31);
        assertThat(all.labelOnly()).isEqualTo(87);
        assertThat(all.humanOnly()).isEqualTo(11);
        assertThat(all.pairs() - all.humanSignificant()).isEqualTo(192);
        assertThat(all.falsePositiveRate()).hasValueCloseTo(0.453, within(5e-4));
        assertThat(comparison.top().pairs()).isEqualTo(45);
    }

    @Test
    void deepLearning2021() throws IOException {
        var human = table("dl2021_nist");
        var label = table("dl2021_syndl_full");

        rankings(human, label, 0.8964, 0.6190, 0.7372, 0.8085);

        var all = SystemComparison.of(human, label, T_BH, 0.05, 10).all();
        assertThat(all.classes().values()).containsExactly(1420, 0, 332, 39, 100, 62);
        assertThat(all.labelOnly()).isEqualTo(361);
        assertThat(all.humanOnly()).isEqualTo(10);
        assertThat(all.falsePositiveRate()).hasValueCloseTo(0.690, within(5e-4));
    }

    private static void rankings(
            ScoreTable human, ScoreTable label, double tau, double topTau, double overlap, double tauAp) {
        var h = human.means();
        var l = label.means();
        var top = Orders.best(h, 10);
        assertThat(new KendallTauB().of(h, l)).as("tau-b").isCloseTo(tau, within(5e-5));
        assertThat(new KendallTauB().of(Orders.pick(h, top), Orders.pick(l, top)))
                .as("tau-b of the top ten")
                .isCloseTo(topTau, within(5e-5));
        assertThat(new RankBiasedOverlap(0.9).of(h, l)).as("RBO").isCloseTo(overlap, within(5e-5));
        assertThat(new TauAp().of(h, l)).as("tau_AP").isCloseTo(tauAp, within(5e-5));
    }

    /// NDCG@10 by run, in the order of the runs' names, and topic.
    private ScoreTable table(String name) throws IOException {
        var scores = new TreeMap<String, TreeMap<String, Double>>();
        var topics = new TreeSet<String>();
        try (var reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(name + ".tsv.gz"))), StandardCharsets.UTF_8))) {
            reader.lines().skip(1).map(line -> line.split("\t")).forEach(cells -> {
                if (!cells[1].equals("all")) {
                    scores.computeIfAbsent(cells[0], run -> new TreeMap<>())
                            .put(cells[1], Double.parseDouble(cells[2]));
                    topics.add(cells[1]);
                }
            });
        }
        return new ScoreTable(
                scores.keySet().stream().toList(),
                topics.stream().toList(),
                scores.values().stream()
                        .map(row -> topics.stream()
                                .mapToDouble(topic -> row.getOrDefault(topic, Double.NaN))
                                .toArray())
                        .toArray(double[][]::new));
    }
}
