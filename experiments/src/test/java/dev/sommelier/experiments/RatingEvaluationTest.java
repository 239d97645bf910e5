package dev.sommelier.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.core.Event;
import dev.sommelier.core.History;
import dev.sommelier.core.RatingPredictor;
import dev.sommelier.core.RatingScale;
import dev.sommelier.core.SommelierException;
import dev.sommelier.evaluation.Interval;
import dev.sommelier.io.Progress;
import dev.sommelier.judges.RatingPair;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RatingEvaluationTest {
    private static final RatingScale STARS = new RatingScale(1, 5, 1);
    private static final double EXACT = 1e-12;

    private final RatingEvaluation evaluation =
            new RatingEvaluation(STARS, RatingEvaluation.likedOn(STARS), 200, 7, Progress.silent());

    /// Item `i<n>` is rated 1 + n % 5.
    private static List<RatingPair> pairs(int count) {
        var history = new History("u", List.of(new Event("seen", 3, 0)));
        return IntStream.range(0, count)
                .mapToObj(i -> new RatingPair(history, "i" + i, 1 + i % 5))
                .toList();
    }

    private static int number(String item) {
        return Integer.parseInt(item.substring(1));
    }

    private static RatingContender contender(RatingPredictor predictor) {
        return RatingContender.classic(predictor, predictor);
    }

    private static final RatingContender MEAN = contender(Fakes.predictor("Global mean", item -> 3));
    private static final RatingContender ORACLE = contender(Fakes.predictor("Oracle", item -> 1 + number(item) % 5));

    private RatingTable run(List<RatingContender> contenders) {
        return evaluation.run("Ratings", contenders, List.of(), List.of(), pairs(10));
    }

    @Test
    void likedStartsAtFourOfFive() {
        assertThat(RatingEvaluation.likedOn(STARS)).isEqualTo(4);
    }

    @Test
    void measuresErrorsAndRankingOverTheSamePairs() {
        var table = run(List.of(MEAN, ORACLE));

        var mean = table.rows().getFirst();
        assertThat(mean.rmse().map(Interval::mean).orElseThrow()).isCloseTo(Math.sqrt(2), within(EXACT));
        assertThat(mean.mae().map(Interval::mean).orElseThrow()).isCloseTo(1.2, within(EXACT));
        assertThat(mean.auc().map(Interval::mean).orElseThrow()).isCloseTo(.5, within(EXACT));
        var oracle = table.rows().getLast();
        assertThat(oracle.rmse().map(Interval::mean)).contains(0.0);
        assertThat(oracle.auc().map(Interval::mean)).contains(1.0);
    }

    @Test
    void clipsPredictionsToTheScale() {
        var table = run(List.of(contender(Fakes.predictor(
                "Wild", item -> 1 + number(item) % 5 == 5 ? 99 : 1 + number(item) % 5))));

        assertThat(table.rows().getFirst().rmse().map(Interval::mean)).contains(0.0);
    }

    @Test
    void aFailedPairIsCountedAndLeavesTheComparisonForEverybody() {
        var shaky = contender(Fakes.predictor("Shaky", item -> {
            if (number(item) == 4) {
                throw new SommelierException("no answer; try again.");
            }
            return number(item) == 5 ? Double.NaN : 3;
        }));

        var table = run(List.of(MEAN, shaky));

        assertThat(table.pairs()).isEqualTo(10);
        assertThat(table.compared()).isEqualTo(8);
        assertThat(table.rows().getLast().failed()).isEqualTo(2);
        assertThat(table.rows().getLast().failures())
                .containsExactly(
                        Map.entry("no answer; try again.", 1), Map.entry("the prediction is not a finite number", 1));
        assertThat(table.rows())
                .extracting(RatingTable.Row::rmse)
                .containsOnly(table.rows().getFirst().rmse());
        assertThat(table.rows().getFirst().failed()).isZero();
    }

    @Test
    void whoFailsEverywhereHasNoFiguresAndHoldsNobodyBack() {
        var dead = contender(Fakes.predictor("Dead", item -> {
            throw new SommelierException("gone.");
        }));

        var table = run(List.of(MEAN, dead));

        assertThat(table.compared()).isEqualTo(10);
        assertThat(table.rows().getFirst().rmse()).isPresent();
        assertThat(table.rows().getLast().rmse()).isEmpty();
        assertThat(table.rows().getLast().failed()).isEqualTo(10);
    }

    @Test
    void theStackIsFittedOnValidationWithPredictorsThatHaveNotSeenIt() {
        var leaky = new RatingContender(
                "Model",
                ContenderKind.CLASSIC,
                "",
                Fakes.predictor("on train", item -> 2 * (1 + number(item) % 5)),
                Fakes.predictor("on both", item -> 1),
                () -> dev.sommelier.core.Usage.NONE);
        var wide = new RatingEvaluation(new RatingScale(1, 10, 1), 4, 200, 7, Progress.silent());

        var table = wide.run(
                "Ratings", List.of(leaky), List.of(new StackOf("Stack", List.of("Model"))), pairs(20), pairs(10));

        // Fitted: truth = 0 + .5 model. Applied to the constant 1: .5, clipped to 1.
        assertThat(table.validationPairs()).isEqualTo(20);
        assertThat(table.rows().getLast().parameters()).contains("0.500 Model", "20 validation pairs");
        assertThat(table.rows().getLast().rmse().map(Interval::mean).orElseThrow())
                .isCloseTo(Math.sqrt((0 + 1 + 4 + 9 + 16) / 5.0), within(EXACT));
    }

    @Test
    void stacksAskTheirMembersOncePerPair() {
        var asked = new AtomicInteger();
        var counting = contender(Fakes.predictor("Counting", item -> asked.incrementAndGet() % 5));

        evaluation.run(
                "Ratings",
                List.of(MEAN, counting),
                List.of(
                        new StackOf("Calibrated", List.of("Counting")),
                        new StackOf("Stack", List.of("Global mean", "Counting"))),
                pairs(6),
                pairs(10));

        assertThat(asked).hasValue(16);
    }

    @Test
    void aStackWithoutValidationPairsHasNoFigures() {
        var table = evaluation.run(
                "Ratings", List.of(MEAN), List.of(new StackOf("Stack", List.of("Global mean"))), List.of(), pairs(10));

        assertThat(table.rows().getLast().rmse()).isEmpty();
        assertThat(table.rows().getLast().failures()).containsKey("no validation pair to fit on");
        assertThat(table.compared()).isEqualTo(10);
    }

    @Test
    void aStackOfAStrangerIsRefused() {
        assertThatThrownBy(() -> evaluation.run(
                        "Ratings", List.of(MEAN), List.of(new StackOf("Stack", List.of("LLM"))), pairs(3), pairs(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"LLM\"");
    }

    @Test
    void withoutADislikedPairThereIsNoAuc() {
        var liked = List.of(pairs(5).get(3), pairs(5).get(4));

        var table = evaluation.run("Ratings", List.of(MEAN), List.of(), List.of(), liked);

        assertThat(table.rows().getFirst().auc()).isEmpty();
        assertThat(table.rows().getFirst().rmse()).isPresent();
    }
}
