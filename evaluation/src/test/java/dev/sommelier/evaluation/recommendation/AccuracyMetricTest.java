package dev.sommelier.evaluation.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Values worked out by hand: hits at ranks 2 and 4 of five, three items relevant.
class AccuracyMetricTest {
    private static final double EXACT = 1e-12;

    private final List<String> ranked = List.of("a", "b", "c", "d", "e");
    private final Set<String> relevant = Set.of("b", "d", "z");
    private final JudgedList list = JudgedList.of(ranked, relevant);
    private final JudgedList rated = JudgedList.of(ranked, Map.of("b", 3.0, "d", 1.0, "z", 2.0));

    @Test
    void hitRateAsksForAnyHitWithinTheCut() {
        assertThat(new HitRate(1).of(list)).isZero();
        assertThat(new HitRate(2).of(list)).isEqualTo(1);
    }

    @Test
    void recallDividesByAllRelevantItemsOrByThoseThatCanBeReached() {
        assertThat(new Recall(5).of(list)).isCloseTo(2 / 3.0, within(EXACT));
        assertThat(new Recall(2).of(list)).isCloseTo(1 / 3.0, within(EXACT));
        assertThat(new Recall(Recall.Denominator.REACHABLE, 2).of(list)).isCloseTo(1 / 2.0, within(EXACT));
    }

    @Test
    void precisionDividesByTheCutHoweverShortTheList() {
        assertThat(new Precision(4).of(list)).isCloseTo(2 / 4.0, within(EXACT));
        assertThat(new Precision(10).of(list)).isCloseTo(2 / 10.0, within(EXACT));
        assertThat(new Precision(RecommendationMetric.UNCUT).of(list)).isCloseTo(2 / 5.0, within(EXACT));
    }

    @Test
    void f1IsTheHarmonicMeanOfPrecisionAndRecall() {
        // P = 2/4, R = 2/3: 2 * 1/3 / (7/6)
        assertThat(new F1(4).of(list)).isCloseTo(4 / 7.0, within(EXACT));
        assertThat(new F1(1).of(list)).isZero();
    }

    @Test
    void averagePrecisionHasThreeDenominators() {
        // precision 1/2 at rank 2 and 2/4 at rank 4
        assertThat(new AveragePrecision(AveragePrecision.Variant.RELEVANT, 5).of(list))
                .isCloseTo(1 / 3.0, within(EXACT));
        // cut at 2: 1/2 over min(2, 3)
        assertThat(new AveragePrecision(AveragePrecision.Variant.REACHABLE, 2).of(list))
                .isCloseTo(1 / 4.0, within(EXACT));
        // (0 + 1/2 + 1/3 + 2/4 + 2/5) / 5
        assertThat(new AveragePrecision(AveragePrecision.Variant.ELLIOT, 5).of(list))
                .isCloseTo(26 / 75.0, within(EXACT));
    }

    @Test
    void averageRecallIsTheMeanOfRecallAtAllRanks() {
        // (0 + 1/3 + 1/3 + 2/3 + 2/3) / 5
        assertThat(new AverageRecall(5).of(list)).isCloseTo(2 / 5.0, within(EXACT));
    }

    @Test
    void reciprocalRankLooksAtTheFirstHitWithinTheCut() {
        assertThat(new ReciprocalRank(10).of(list)).isEqualTo(0.5);
        assertThat(new ReciprocalRank(1).of(list)).isZero();
        assertThat(ReciprocalRank.uncut().of(JudgedList.of(ranked, Set.of("e"))))
                .isCloseTo(0.2, within(EXACT));
    }

    @Test
    void ndcgDiscountsByTheBinaryLogarithm() {
        // (1/log2(3) + 1/log2(5)) / (1 + 1/log2(3) + 1/2)
        assertThat(new Ndcg(5).of(list)).isCloseTo(0.498189257466413, within(EXACT));
        // one hit at rank 3 of one relevant item: 1/log2(4) / 1
        assertThat(new Ndcg(10).of(JudgedList.of(ranked, Set.of("c")))).isCloseTo(0.5, within(EXACT));
    }

    @Test
    void ndcgsIdealListIsCutToo() {
        // (1/log2(3)) / (1 + 1/log2(3)): the third relevant item does not fit into a list of two
        assertThat(new Ndcg(2).of(list)).isCloseTo(0.386852807234542, within(EXACT));
    }

    @Test
    void ndcgsVariantsDifferInGainDiscountAndIdeal() {
        double third = 1 / log2(3);
        double fifth = 1 / log2(5);
        // ratings 3 at rank 2 and 1 at rank 4, ideal 3, 2, 1
        assertThat(ndcg(Ndcg.Variant.LINEAR)).isCloseTo((3 * third + fifth) / (3 + 2 * third + 0.5), within(EXACT));
        // gains 7, 3, 1
        assertThat(ndcg(Ndcg.Variant.EXPONENTIAL))
                .isCloseTo((7 * third + fifth) / (7 + 3 * third + 0.5), within(EXACT));
        // gains 15, 7, 3
        assertThat(ndcg(Ndcg.Variant.ELLIOT))
                .isCloseTo((15 * third + 3 * fifth) / (15 + 7 * third + 1.5), within(EXACT));
        assertThat(ndcg(Ndcg.Variant.RENDLE)).isCloseTo(0.498189257466413, within(EXACT));
        // discounts 1, 1, 1/log2(3), 1/2: (3 + 1/2) / (3 + 2 + 1/log2(3))
        assertThat(ndcg(Ndcg.Variant.LENSKIT)).isCloseTo(3.5 / (5 + third), within(EXACT));
    }

    @Test
    void lensKitsIdealListIsNotCut() {
        assertThat(new Ndcg(Ndcg.Variant.LENSKIT, 2).of(rated)).isCloseTo(3 / (5 + 1 / log2(3)), within(EXACT));
    }

    @Test
    void everyMetricIsZeroForAnEmptyList() {
        for (var metric : metrics(10)) {
            assertThat(metric.of(JudgedList.of(List.of(), relevant)))
                    .as(metric.name())
                    .isZero();
        }
        for (var metric : metrics(RecommendationMetric.UNCUT)) {
            assertThat(metric.of(JudgedList.of(List.of(), relevant)))
                    .as(metric.name())
                    .isZero();
        }
    }

    @Test
    void mostMetricsAreOneForAPerfectListOfFullLength() {
        var perfect = JudgedList.of(List.of("z", "d", "b"), relevant);
        for (var metric : metrics(3)) {
            if (!(metric instanceof AverageRecall)) {
                assertThat(metric.of(perfect)).as(metric.name()).isCloseTo(1, within(EXACT));
            }
        }
    }

    @Test
    void noRelevantItemIsRefused() {
        assertThatThrownBy(() -> JudgedList.of(ranked, Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("undefined");
    }

    @Test
    void aHitThatIsListedTwiceIsRefused() {
        assertThatThrownBy(() -> JudgedList.of(List.of("b", "a", "b"), relevant))
                .hasMessage("items must be distinct: \"b\" appears again at rank 3");
    }

    @Test
    void aCutBelowOneIsRefused() {
        assertThatThrownBy(() -> new Ndcg(0)).hasMessage("k must be at least 1, got 0");
    }

    private double ndcg(Ndcg.Variant variant) {
        return new Ndcg(variant, 5).of(rated);
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    private static List<AccuracyMetric> metrics(int k) {
        return MetricNames.all().stream()
                .map(name -> MetricNames.parse(List.of(name), List.of(k)).getFirst())
                .filter(AccuracyMetric.class::isInstance)
                .map(AccuracyMetric.class::cast)
                .toList();
    }
}
