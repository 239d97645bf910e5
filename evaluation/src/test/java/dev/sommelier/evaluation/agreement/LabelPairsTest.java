package dev.sommelier.evaluation.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.IdList;
import dev.sommelier.core.Qrels;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.TopicJudgments;
import dev.sommelier.evaluation.agreement.PairPolicy.Missing;
import dev.sommelier.evaluation.agreement.PairPolicy.OutOfRange;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelPairsTest {
    private static final GradeScale SCALE = new GradeScale(0, 2);
    private static final Qrels HUMAN =
            qrels(topic("1", List.of("a", "b", "c"), 0, 1, 2), topic("2", List.of("a", "d"), 2, 0));
    /// One label out of range, one pair missing, one failed, one extra document, one extra topic.
    private static final LabelSet LABELS = new LabelSet(
            "judge",
            qrels(
                    topic("1", List.of("c", "a", "x"), 5, 0, 1),
                    topic("2", List.of("d"), 1),
                    topic("9", List.of("z"), 1)),
            List.of(new FailedLabel("1", "b", "no grade"), new FailedLabel("2", "y", "no grade")));

    @Test
    void theDefaultPolicyFailsWithTheCounts() {
        assertThatThrownBy(() -> LabelPairs.of(HUMAN, LABELS, SCALE, PairPolicy.STRICT))
                .isInstanceOf(SommelierException.class)
                .hasMessage("judge: 1 label outside 0 to 2, 1 pair without a label, 1 pair whose label failed of 5"
                        + " human-judged pairs; choose a policy: --out-of-range clip or drop, --missing drop or"
                        + " zero.");
    }

    @Test
    void everythingIsCountedWhateverThePolicy() {
        var dropped = LabelPairs.of(HUMAN, LABELS, SCALE, new PairPolicy(OutOfRange.DROP, Missing.DROP));

        assertThat(dropped.counts()).isEqualTo(new PairCounts(5, 2, 1, 0, 1, 1, Map.of("no grade", 1), 3));
        assertThat(dropped.byTopic().pooled().rows())
                .containsExactly(List.of(1L, 1L, 0L), List.of(0L, 0L, 0L), List.of(0L, 0L, 0L));
    }

    @Test
    void clippedAndMissingLabelsBecomeGradesWhereAskedTo() {
        var kept = LabelPairs.of(HUMAN, LABELS, SCALE, new PairPolicy(OutOfRange.CLIP, Missing.ZERO));

        // (0,0) (1,0: failed) (2,2: clipped) (2,0: missing) (0,1)
        assertThat(kept.byTopic().pooled().rows())
                .containsExactly(List.of(1L, 1L, 0L), List.of(1L, 0L, 0L), List.of(1L, 0L, 1L));
        assertThat(kept.counts().compared()).isEqualTo(5);
    }

    @Test
    void labelsOfOtherDocumentsOnlyAreRefused() {
        var others = new LabelSet("judge", qrels(topic("7", List.of("q"), 1)));

        assertThatThrownBy(() -> LabelPairs.of(HUMAN, others, SCALE, new PairPolicy(OutOfRange.CLIP, Missing.DROP)))
                .hasMessageContaining("none of the 5 human-judged pairs");
    }

    @Test
    void theScaleIsThatOfTheHuman() {
        assertThat(LabelPairs.impliedScale(HUMAN)).isEqualTo(SCALE);
        assertThat(LabelPairs.impliedScale(qrels(topic("1", List.of("a"), -1)))).isEqualTo(new GradeScale(-1, 1));
    }

    @Test
    void aMajorityBreaksTiesTowardsTheMeanAndTheMeanRoundsHalfUp() {
        var first = labels(0, 0, 0, 2, 2);
        var second = labels(0, 1, 2, 2, 1);
        var third = labels(1, 2, 2, 2, 0);

        // votes 0 0 1; 0 1 2: all tie, mean 1; 0 2 2; 2 2 2; 2 1 0
        assertThat(grades(Ensemble.MAJORITY.of(List.of(first, second, third)))).containsExactly(0, 1, 2, 2, 1);
        // 0 and 1: equally near, the lower one
        assertThat(grades(Ensemble.MAJORITY.of(List.of(first, second)))).containsExactly(0, 0, 0, 2, 1);
        assertThat(grades(Ensemble.MEAN.of(List.of(first, second)))).containsExactly(0, 1, 1, 2, 2);
    }

    @Test
    void aWeightedEnsembleLeavesOutTheTopicsItWasWeighedOn() {
        // on topic 1 the first judge is the human, the second its opposite
        var right = labels(0, 1, 2, 2, 0);
        var wrong = labels(2, 0, 1, 0, 2);

        var ensemble = Ensemble.MAJORITY.weightedBy(new CohenKappa(Weighting.NONE), List.of(right, wrong), Set.of("1"));

        assertThat(ensemble.topics()).containsExactly("2");
        assertThat(grades(ensemble)).containsExactly(2, 0);
    }

    @Test
    void aSetThatIsTheHumanIsApartFromItsOpposite() {
        var measured = new LabelAgreements(List.of(new Agreement()), 200, 3);

        var difference = measured.differences(List.of(labels(0, 1, 2, 2, 0), labels(1, 2, 0, 0, 2)), new Agreement())
                .getFirst();

        assertThat(difference.apart()).isTrue();
        assertThat(difference.difference().orElseThrow().mean()).isCloseTo(1, within(1e-12));
    }

    @Test
    void anAgreementHoldsTopicsGradesAndLengths() {
        var pairs = labels(0, 1, 2, 1, 0);
        var bins = LengthBins.of(pairs, Map.of("a", 10, "b", 20, "c", 30, "d", 40), 2);

        var agreement = LabelAgreements.standard(SCALE, 1).of(pairs, Optional.of(bins));

        assertThat(agreement.topics()).isEqualTo(2);
        assertThat(agreement.measure("agreement").pooled()).hasValueCloseTo(0.8, within(1e-12));
        assertThat(agreement.measure("agreement").meanPerTopic()).hasValueCloseTo(0.75, within(1e-12));
        assertThat(agreement.perTopic()).extracting(GroupAgreement::pairs).containsExactly(3L, 2L);
        // lengths 10 10 20 30 40: two groups, three and two pairs
        assertThat(agreement.byLength()).extracting(GroupAgreement::group).containsExactly("up to 20", "21 to 40");
        assertThat(agreement.byLength()).extracting(GroupAgreement::pairs).containsExactly(3L, 2L);
    }

    @Test
    void judgesAreMeasuredAgainstEachOther() {
        var between = LabelAgreements.between(
                List.of(labels(0, 1, 2, 1, 0), labels(0, 1, 2, 2, 2)), List.of(new Agreement()));

        assertThat(between).hasSize(1);
        assertThat(between.getFirst().values().get("agreement")).hasValueCloseTo(0.6, within(1e-12));
    }

    private static List<Integer> grades(LabelPairs pairs) {
        return IntStream.range(0, pairs.size()).mapToObj(pairs::label).toList();
    }

    private static LabelPairs labels(int... grades) {
        var set = new LabelSet(
                "judge " + Arrays.toString(grades),
                qrels(
                        topic("1", List.of("a", "b", "c"), grades[0], grades[1], grades[2]),
                        topic("2", List.of("a", "d"), grades[3], grades[4])));
        return LabelPairs.of(HUMAN, set, SCALE, PairPolicy.STRICT);
    }

    private static TopicJudgments topic(String topic, List<String> documents, int... grades) {
        return new TopicJudgments(topic, IdList.of(documents), grades);
    }

    private static Qrels qrels(TopicJudgments... topics) {
        return new Qrels(List.of(topics));
    }
}
