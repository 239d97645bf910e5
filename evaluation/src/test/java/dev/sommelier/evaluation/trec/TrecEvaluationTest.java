package dev.sommelier.evaluation.trec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.SommelierException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One topic worked out by hand: the ranking is a (grade 2), b (0), c (unjudged), d (-1), e (1); f (3) is not found.
class TrecEvaluationTest {
    private static final String QRELS = "1 0 a 2\n1 0 b 0\n1 0 d -1\n1 0 e 1\n1 0 f 3\n2 0 a 1\n";
    private static final String RUN =
            "1 Q0 e 1 1 r\n1 Q0 d 2 2 r\n1 Q0 c 3 3 r\n1 Q0 b 4 4 r\n1 Q0 a 5 5 r\n9 Q0 a 1 1 r\n";

    @ParameterizedTest
    @CsvSource({
        "num_ret, 5",
        "num_rel, 3",
        "num_rel_ret, 2",
        "num_nonrel_judged_ret, 1",
        "map, 0.466666666666666", // (1/1 + 2/5) / 3
        "P.5, 0.4",
        "P@2, 0.5",
        "recall.5, 0.666666666666666",
        "R@1, 0.333333333333333",
        "relative_P.5, 0.666666666666666", // 2 found, 3 possible
        "map_cut.4, 0.333333333333333",
        "recip_rank, 1",
        "RR(rel=3), 0",
        "Rprec, 0.333333333333333",
        "bpref, 0.333333333333333", // a: 1; e: 1 - min(1,3)/min(1,3) = 0
        "success.1, 1",
        "set_P, 0.4",
        "set_recall, 0.666666666666666",
        "set_F, 0.5",
        "set_F.0.5, 0.461538461538461", // 1.5 * 0.4 * 2/3 / (0.5 * 0.4 + 2/3)
        "set_F_2, 0.545454545454545",
        "set_relative_P, 0.666666666666666",
        "utility, -1", // 2 relevant, 3 others
        "binG, 0.476892186023529", // (1 / log2(2) + 1 / log2(5)) / 3
        "Rprec_mult.0.5, 0.5", // 0.5 * 3 and 0.9 make 2 documents
        "Rprec_mult_2.00, 0.333333333333333",
        "set_map, 0.266666666666666",
        "iprec_at_recall.0.5, 0.4", // 0.5 * 3 + 0.9 = 2.4, so 2 documents: at rank 5
        "gm_map, 0.466666666666666", // a summary of one topic
        "ndcg, 0.5012438531", // (2 + 1/log2 6) / (3 + 2/log2 3 + 1/log2 4)
        "nDCG@1, 0.666666666666666",
        "Judged@5, 0.8",
        "Judged@100, 0.8",
        "RBP(p=0.5), 0.53125", // 0.5 * (1 + 0.5^4)
        "RBPResidual(p=0.5), 0.21875", // 0.5 * (0.25 + 0.125) + 0.5^5
        "ERR@5, 0.19765625", // 3/16 + 13/16 * 1/16 / 5
        "AP(rel=2), 0.5"
    })
    void isTheValueWorkedOutByHand(String name, double expected) {
        var asked = name.startsWith("RBPResidual") ? "RBP(p=0.5)" : name;
        var result = evaluate(TrecOptions.defaults(), asked);
        int metric = name.startsWith("RBPResidual") ? 1 : 0;

        assertThat(result.topics()).containsExactly("1");
        assertThat(result.summary(metric)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void infApWeighsPrecisionByTheJudgedPartOfThePool() {
        // e at rank 5: above it 1 hit, 1 miss, 1 pooled and unjudged, 1 outside: 1/5 + 4/5 * 3/4 * 1.00001/2.00002
        assertThat(evaluate(TrecOptions.defaults(), "infAP").summary(0))
                .isCloseTo((1 + 0.2 + 0.8 * 0.75 * 1.00001 / 2.00002) / 3, within(1e-12));
    }

    @Test
    void optionsMeanWhatTheyMeanInTrecEval() {
        var defaults = TrecOptions.defaults();
        assertThat(evaluate(defaults.withLevel(2), "map").summary(0)).isEqualTo(0.5);
        assertThat(evaluate(defaults.withMaxDocuments(4), "num_ret").summary(0)).isEqualTo(4);
        assertThat(evaluate(defaults.withJudgedOnly(true), "num_ret").summary(0))
                .isEqualTo(3);
        var complete = evaluate(defaults.withComplete(true), "num_q", "num_rel", "recip_rank");
        assertThat(complete.topics()).containsExactly("1", "2");
        assertThat(complete.summary(0)).isEqualTo(2);
        assertThat(complete.summary(1)).isEqualTo(4);
        assertThat(complete.summary(2)).isEqualTo(0.5);
    }

    @Test
    void whatIsLeftOutIsCounted() {
        assertThat(evaluate(TrecOptions.defaults(), "map").leftOut()).isEqualTo(new LeftOut(1, 1, 2, 5));
    }

    @Test
    void tiesGoToTheLaterIdentifierAndScoresAreComparedAsDoubles() {
        var run = "1 Q0 a 1 3 r\n1 Q0 b 2 3 r\n1 Q0 e 3 3.0000000000000004 r\n1 Q0 A 4 -0.0 r\n1 Q0 Z 5 0.0 r\n";
        var qrels = "1 0 b 1\n1 0 e 2\n1 0 Z 3\n";
        var evaluation = TrecEvaluation.of(TrecObjects.qrels(qrels), TrecOptions.defaults());
        var metrics = TrecMetrics.parse(List.of("RR(rel=3)", "RR(rel=2)", "P@2"));

        var result = evaluation.evaluate(TrecObjects.run(run), metrics);

        assertThat(result.summary(0)).isEqualTo(0.25);
        assertThat(result.summary(1)).isEqualTo(1);
        assertThat(result.summary(2)).isEqualTo(1);
    }

    @Test
    void noCommonTopicIsAFailure() {
        var evaluation = TrecEvaluation.of(TrecObjects.qrels("7 0 a 1"), TrecOptions.defaults());
        var metrics = TrecMetrics.parse(List.of("map"));
        var run = TrecObjects.run(RUN);

        assertThatThrownBy(() -> evaluation.evaluate(run, metrics))
                .isInstanceOf(SommelierException.class)
                .hasMessageContainingAll("no topic", "\"7\"", "\"1\"");
    }

    @Test
    void trecEvalsNamesComeInItsOrderThenTheOthers() {
        assertThat(TrecMetrics.parse(List.of("ERR@20", "ndcg_cut.10,5", "P_10", "map", "AP", "map")))
                .extracting(TrecMetric::name)
                .containsExactly("map", "P_10", "ndcg_cut_5", "ndcg_cut_10", "ERR@20", "AP");
        assertThat(TrecMetrics.parse(List.of("official"))).hasSize(29);
    }

    @ParameterizedTest
    @CsvSource({"ndgc, ndcg", "recal.10, recall", "nDCG@x, nDCG@10", "MAPP, map"})
    void anUnknownNameListsTheNearest(String name, String near) {
        assertThatThrownBy(() -> TrecMetrics.parse(List.of(name)))
                .isInstanceOf(SommelierException.class)
                .hasMessageContainingAll(name, near);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P.0",
                "P.2.5",
                "P.x",
                "map.3",
                "AP(rel)",
                "AP(depth=3)",
                "nDCG@0",
                "RBP(p=1)",
                "iprec_at_recall.2"
            })
    void parametersThatDoNotFitAreRefused(String name) {
        assertThatThrownBy(() -> TrecMetrics.parse(List.of(name))).isInstanceOf(SommelierException.class);
    }

    private static TrecResult evaluate(TrecOptions options, String... names) {
        return TrecEvaluation.of(TrecObjects.qrels(QRELS), options)
                .evaluate(TrecObjects.run(RUN), TrecMetrics.parse(List.of(names)));
    }
}
