package dev.sommelier.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Values worked out by hand: hits at ranks 2 and 4 of five, three items relevant.
class RankingMetricTest {
    private static final double EXACT = 1e-12;

    private final List<String> ranked = List.of("a", "b", "c", "d", "e");
    private final Set<String> relevant = Set.of("b", "d", "z");

    @Test
    void hitRateAsksForAnyHitWithinTheCut() {
        assertThat(new HitRate(1).of(ranked, relevant)).isZero();
        assertThat(new HitRate(2).of(ranked, relevant)).isEqualTo(1);
    }

    @Test
    void recallDividesByAllRelevantItems() {
        assertThat(new Recall(5).of(ranked, relevant)).isCloseTo(0.666666666666667, within(EXACT));
        assertThat(new Recall(2).of(ranked, relevant)).isCloseTo(0.333333333333333, within(EXACT));
    }

    @Test
    void reciprocalRankLooksAtTheFirstHitWithinTheCut() {
        assertThat(new ReciprocalRank(10).of(ranked, relevant)).isEqualTo(0.5);
        assertThat(new ReciprocalRank(1).of(ranked, relevant)).isZero();
        assertThat(ReciprocalRank.uncut().of(ranked, Set.of("e"))).isCloseTo(0.2, within(EXACT));
    }

    @Test
    void ndcgDiscountsByTheBinaryLogarithm() {
        // (1/log2(3) + 1/log2(5)) / (1 + 1/log2(3) + 1/2)
        assertThat(new Ndcg(5).of(ranked, relevant)).isCloseTo(0.498189257466413, within(EXACT));
        // one hit at rank 3 of one relevant item: 1/log2(4) / 1
        assertThat(new Ndcg(10).of(ranked, Set.of("c"))).isCloseTo(0.5, within(EXACT));
    }

    @Test
    void ndcgsIdealListIsCutToo() {
        // (1/log2(3)) / (1 + 1/log2(3)): the third relevant item does not fit into a list of two
        assertThat(new Ndcg(2).of(ranked, relevant)).isCloseTo(0.386852807234542, within(EXACT));
    }

    @Test
    void everyMetricIsZeroForAnEmptyListAndOneForAPerfectOne() {
        for (var metric : metrics()) {
            assertThat(metric.of(List.of(), relevant)).as(metric.name()).isZero();
            assertThat(metric.of(List.of("z", "d", "b"), relevant))
                    .as(metric.name())
                    .isCloseTo(1, within(EXACT));
        }
    }

    @Test
    void noRelevantItemIsRefused() {
        for (var metric : metrics()) {
            assertThatThrownBy(() -> metric.of(ranked, Set.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("undefined");
        }
    }

    @Test
    void aHitThatIsListedTwiceIsRefused() {
        assertThatThrownBy(() -> new Recall(3).of(List.of("b", "a", "b"), relevant))
                .hasMessage("items must be distinct: \"b\" appears again at rank 3");
    }

    @Test
    void namesCarryTheCut() {
        assertThat(metrics())
                .extracting(RankingMetric::name)
                .containsExactly("HR@10", "NDCG@10", "Recall@10", "MRR@10");
        assertThat(ReciprocalRank.uncut().name()).isEqualTo("MRR");
    }

    @Test
    void aCutBelowOneIsRefused() {
        assertThatThrownBy(() -> new Ndcg(0)).hasMessage("k must be at least 1, got 0");
    }

    @Test
    void coverageCountsDistinctItemsWithinTheCut() {
        var lists = List.of(List.of("a", "b", "c"), List.of("b", "d"), List.<String>of());

        assertThat(new ItemCoverage(2).of(lists, 8)).isCloseTo(0.375, within(EXACT));
        assertThat(new ItemCoverage(10).of(lists, 8)).isCloseTo(0.5, within(EXACT));
        assertThatThrownBy(() -> new ItemCoverage(10).of(lists, 3)).hasMessageContaining("4 distinct items");
    }

    private static List<RankingMetric> metrics() {
        return List.of(new HitRate(10), new Ndcg(10), new Recall(10), new ReciprocalRank(10));
    }
}
