package dev.sommelier.experiments.clicks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.SommelierException;
import dev.sommelier.core.Usage;
import dev.sommelier.experiments.ContenderKind;
import dev.sommelier.io.Progress;
import dev.sommelier.judges.RatingPair;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

class ClickEvaluationTest {
    /// Users with a liked item (5 stars) and one that is not (2 stars).
    private static List<RatingPair> pairs(String prefix, int users) {
        var pairs = new ArrayList<RatingPair>();
        for (int u = 0; u < users; u++) {
            var history = new History(prefix + u, List.of(new Event("seen", 3, 1)));
            pairs.add(new RatingPair(history, "good", 5));
            pairs.add(new RatingPair(history, "bad", 2));
        }
        return pairs;
    }

    private static ClickContender contender(
            String name, boolean probability, ToDoubleBiFunction<History, String> score) {
        return new ClickContender(name, ContenderKind.CLASSIC, "", probability, score, () -> Usage.NONE);
    }

    private static ClickTable run(List<ClickContender> contenders, List<ClickEvaluation.Stack> stacks) {
        return new ClickEvaluation(4, 200, 7, Progress.silent())
                .run(contenders, stacks, pairs("fit", 20), pairs("test", 10));
    }

    @Test
    void aProbabilityIsMeasuredAsItIs() {
        var row = run(List.of(contender("P", true, (history, item) -> item.equals("good") ? .8 : .4)), List.of())
                .rows()
                .getFirst();

        assertThat(row.auc().orElseThrow().mean()).isEqualTo(1);
        assertThat(row.gauc().orElseThrow().mean()).isEqualTo(1);
        assertThat(row.logLoss().orElseThrow().mean()).isCloseTo(-(Math.log(.8) + Math.log(.6)) / 2, offset(1e-12));
        assertThat(row.reliability().orElseThrow().error()).isCloseTo(.3, offset(1e-12));
        assertThat(row.auc().orElseThrow().n()).isEqualTo(10);
    }

    @Test
    void aUsersLevelHelpsTheAucOverAllAndNotTheOneWithinUsers() {
        var row = run(
                        List.of(contender(
                                "level", true, (history, item) -> history.user().endsWith("1") ? .9 : .3)),
                        List.of())
                .rows()
                .getFirst();

        assertThat(row.gauc().orElseThrow().mean()).isEqualTo(.5);
    }

    @Test
    void aScoreThatIsNoProbabilityIsFittedOnOtherUsersAndAStackJoinsTwo() {
        var table = run(
                List.of(
                        contender("stars", false, (history, item) -> item.equals("good") ? 4.2 : 3.1),
                        contender("noise", true, (history, item) -> .5)),
                List.of(new ClickEvaluation.Stack("both", List.of("stars", "noise"))));

        assertThat(table.rows().getFirst().parameters())
                .startsWith("logistic of ")
                .contains(" score");
        assertThat(table.rows().getFirst().logLoss().orElseThrow().mean()).isLessThan(.2);
        assertThat(table.rows().get(2).auc().orElseThrow().mean()).isEqualTo(1);
        assertThat(table.rows().get(1).auc().orElseThrow().mean()).isEqualTo(.5);
        assertThat(table.positive()).isEqualTo(.5);
        assertThat(table.fitted()).isEqualTo(40);
    }

    @Test
    void aFailedPairIsCountedAndLeavesTheComparisonForEverybody() {
        var table = run(
                List.of(
                        contender("fails", true, (history, item) -> {
                            if (history.user().equals("test3")) {
                                throw new SommelierException("no answer");
                            }
                            return .5;
                        }),
                        contender("works", true, (history, item) -> .6),
                        contender("mute", true, (history, item) -> Double.NaN)),
                List.of());

        assertThat(table.compared()).isEqualTo(18);
        assertThat(table.rows().get(0).failures()).containsEntry("no answer", 2);
        assertThat(table.rows().get(1).failed()).isZero();
        assertThat(table.rows().get(2).failed()).isEqualTo(20);
        assertThat(table.rows().get(2).auc()).isEmpty();
    }

    @Test
    void theTableIsRenderedWithItsCurve() {
        var table = run(List.of(contender("P", true, (history, item) -> item.equals("good") ? .8 : .4)), List.of());

        assertThat(RateRendering.text(table))
                .contains("20 pairs of 10 users")
                .contains("GAUC")
                .contains(".8000");
    }
}
