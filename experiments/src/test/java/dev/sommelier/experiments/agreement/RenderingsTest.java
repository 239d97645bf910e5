package dev.sommelier.experiments.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sommelier.core.IdList;
import dev.sommelier.core.Provenance;
import dev.sommelier.core.Qrels;
import dev.sommelier.core.TopicJudgments;
import dev.sommelier.evaluation.agreement.GradeScale;
import dev.sommelier.evaluation.agreement.LabelSet;
import dev.sommelier.evaluation.agreement.PairPolicy;
import dev.sommelier.evaluation.significance.Correction;
import dev.sommelier.evaluation.significance.TukeyHsd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenderingsTest {
    private static final Provenance HOW = new Provenance(Map.of("seed", "7"));

    @Test
    void anAgreementHasEveryForm() {
        var sets = List.of(new LabelSet("<first>", qrels(1)), new LabelSet("second_set", qrels(2)));
        var report = new AgreementStudy(
                        "human.qrels",
                        qrels(0),
                        sets,
                        new GradeScale(0, 3),
                        PairPolicy.STRICT,
                        Map.of(),
                        List.of(),
                        50,
                        7)
                .report();

        var forms = Renderings.of(report);

        assertThat(forms.html(HOW)).contains("&lt;first&gt;", "chart-confusion-0", "chart-kappa", "Provenance");
        assertThat(forms.html(HOW)).doesNotContain("<first>");
        assertThat(forms.latex()).contains("second\\_set", "\\bottomrule");
        assertThat(forms.csv()).contains("agreement,second_set,kappa [95 %],");
        assertThat(AgreementText.render(report, true)).contains("Agreement with human.qrels", "cannot be told apart");
    }

    @Test
    void aSystemRankingHasEveryForm() {
        var report = new SystemRankingStudy(
                        scores("human", 1), scores("llm", 2), "nDCG@10", 3, 0.05, List.of(new TukeyHsd(200, 7)))
                .report();

        var forms = Renderings.of(report);

        assertThat(forms.html(HOW)).contains("chart-systems", "system5", "What significance becomes");
        assertThat(forms.csv()).contains("systems,system5,human,", "preservation,");
        assertThat(SystemRankingText.render(report)).contains("The human's top 3", "FPR");
    }

    @Test
    void aComparisonHasEveryForm() {
        var report = new SignificanceStudy(scores("runs", 3), "AP", Correction.HOLM, 0.05, 100, 7).report();

        var forms = Renderings.of(report);

        assertThat(forms.html(HOW)).contains("chart-pair-0-1", "system0 minus system1");
        assertThat(forms.latex()).contains("Tukey HSD");
        assertThat(SignificanceText.render(report)).contains("AP over the same 12 topics", "p-values");
    }

    private static Qrels qrels(int seed) {
        var random = new Random(seed);
        var topics = new ArrayList<TopicJudgments>();
        for (int t = 0; t < 5; t++) {
            var documents = IntStream.range(0, 20).mapToObj(i -> "d" + i).toList();
            var grades = IntStream.range(0, 20)
                    .map(i -> Math.clamp(i % 4 + random.nextInt(3) - 1, 0, 3))
                    .toArray();
            topics.add(new TopicJudgments("t" + t, IdList.of(documents), grades));
        }
        return new Qrels(topics);
    }

    private static NamedScores scores(String name, int seed) {
        var random = new Random(seed);
        var systems = new LinkedHashMap<String, Map<String, Double>>();
        for (int s = 0; s < 6; s++) {
            var row = new LinkedHashMap<String, Double>();
            for (int t = 0; t < 12; t++) {
                row.put("t" + t, Math.clamp(0.1 * s + 0.3 * random.nextDouble(), 0, 1));
            }
            systems.put("system" + s, row);
        }
        return new NamedScores(name, systems);
    }
}
