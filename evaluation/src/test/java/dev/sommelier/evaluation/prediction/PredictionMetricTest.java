package dev.sommelier.evaluation.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.evaluation.prediction.PredictionMetric.Plain;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PredictionMetricTest {
    private static final Offset<Double> EXACT = within(1e-12);

    /// Errors -1, 0, 2; mean truth 3, spread 4 + 0 + 4.
    private final List<Labelled> ratings =
            List.of(new Labelled("a", 1, 2), new Labelled("a", 3, 3), new Labelled("b", 5, 3));

    private final List<Labelled> clicks = List.of(
            new Labelled("a", 1, 0.8),
            new Labelled("a", 0, 0.4),
            new Labelled("a", 0, 0.9),
            new Labelled("b", 1, 0.5),
            new Labelled("b", 0, 0.5),
            new Labelled("c", 0, 0.1));

    @Test
    void errorsOfRatings() {
        assertThat(Plain.MSE.of(ratings)).hasValueCloseTo(5 / 3.0, EXACT);
        assertThat(Plain.RMSE.of(ratings)).hasValueCloseTo(Math.sqrt(5 / 3.0), EXACT);
        assertThat(Plain.MAE.of(ratings)).hasValueCloseTo(1.0, EXACT);
        // 1/1, 0/3, 2/5
        assertThat(Plain.MAPE.of(ratings)).hasValueCloseTo(7 / 15.0, EXACT);
        assertThat(Plain.R2.of(ratings)).hasValueCloseTo(1 - 5 / 8.0, EXACT);
        // errors less their mean 1/3: 16/9 + 1/9 + 25/9
        assertThat(Plain.EXPLAINED_VARIANCE.of(ratings)).hasValueCloseTo(1 - 42 / 9.0 / 8, EXACT);
    }

    @Test
    void lossAndAreaOfClicks() {
        assertThat(Plain.LOG_LOSS.of(clicks)).hasValueCloseTo(-Math.log(0.8 * 0.6 * 0.1 * 0.5 * 0.5 * 0.9) / 6, EXACT);
        // .8 beats .4, .5, .1; .5 beats .4 and .1 and ties with .5: 5.5 of 8 pairs
        assertThat(Plain.AUC.of(clicks)).hasValueCloseTo(5.5 / 8, EXACT);
    }

    @Test
    void groupedAreaIsAMeanOverGroupsThatHaveOne() {
        // a: 1 of 2 pairs, b: a tie, c has no click
        assertThat(new GroupedAuc(false).of(clicks)).hasValueCloseTo(0.5, EXACT);
        var skewed = List.of(
                new Labelled("a", 1, 0.8),
                new Labelled("a", 0, 0.4),
                new Labelled("a", 0, 0.3),
                new Labelled("b", 1, 0.5),
                new Labelled("b", 0, 0.6));
        assertThat(new GroupedAuc(false).of(skewed)).hasValueCloseTo(0.5, EXACT);
        assertThat(new GroupedAuc(true).of(skewed)).hasValueCloseTo(3 / 5.0, EXACT);
        assertThat(GroupedAuc.leftOut(clicks)).isEqualTo(1);
    }

    @Test
    void whatIsUndefinedIsEmpty() {
        assertThat(Plain.RMSE.of(List.of())).isEmpty();
        assertThat(Plain.LOG_LOSS.of(ratings)).isEmpty();
        assertThat(Plain.MAPE.of(clicks)).isEmpty();
        assertThat(Plain.R2.of(List.of(new Labelled("a", 1, 2)))).isEmpty();
        assertThat(Plain.AUC.of(List.of(new Labelled("a", 1, 0.5)))).isEmpty();
        assertThat(new GroupedAuc(true).of(List.of(new Labelled("a", 1, 0.5)))).isEmpty();
    }

    @Test
    void namesTellTheVariant() {
        assertThat(new GroupedAuc(true).label()).isEqualTo("GAUC(weighted)");
        assertThat(Plain.LOG_LOSS.label()).isEqualTo("LogLoss");
    }
}
