package dev.sommelier.evaluation.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SessionMetricTest {
    /// First query: b (0), a (1); second query: a again, c (2). Every text has 100 characters.
    private static final Session SESSION = new Session(List.of(
            List.of(new Shown("b", 0, 100), new Shown("a", 1, 100)),
            List.of(new Shown("a", 1, 100), new Shown("c", 2, 100))));

    @Test
    void laterQueriesCountLessInSessionDcg() {
        // q1: 0/log2(2) + 1/log2(3) = .63092975; q2: (1/1 + 3/log2(3)) / log4(5) = 2.89278926 / 1.16096405
        double expected = 1 / log(2, 3) + (1 + 3 / log(2, 3)) / log(4, 5);

        assertThat(new SessionDcg(2, 4, 10).of(SESSION)).isCloseTo(expected, within(1e-12));
        assertThat(expected).isCloseTo(3.12264, within(1e-5));
        assertThat(new SessionDcg(2, 4, 1).of(SESSION)).isCloseTo(1 / log(4, 5), within(1e-12));
    }

    @Test
    void sessionRbpSpreadsPersistenceOverRanksAndQueries() {
        // p = .8, b = .5: down .4, next query (.8 - .4) / .6 = 2/3, first weight .2
        // q1: .2 * (0 + .4 * .5); q2: .2 * 2/3 * (.5 + .4 * 1)
        assertThat(new SessionRbp(0.8, 0.5, 2).of(SESSION)).isCloseTo(0.04 + 0.12, within(1e-12));
    }

    @Test
    void withoutNewQueriesSessionRbpIsThatOfTheFirstQuery() {
        // RBP(.8) of (0, 1): .2 * .8 * 1/2
        assertThat(new SessionRbp(0.8, 1, 2).of(SESSION)).isCloseTo(0.08, within(1e-12));
    }

    @Test
    void expectedUtilityDampsWhatWasReadAndSubtractsTheCost() {
        // p = .5, damping .5, cost .1
        // q1: 1 * (0 - .1) + .5 * (1 - .1); q2: 1 * (1 * .5^.5 - .1) + .5 * (2 - .1)
        double expected = -0.1 + 0.45 + (Math.sqrt(0.5) - 0.1) + 0.95;

        assertThat(new ExpectedUtility(0.5, 0.5, 0.1).of(SESSION)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void uMeasureDecaysByTheTextReadAndCountsADocumentOnce() {
        // L = 1000, 50 characters for the second query: a ends at 200, c at 450; gains 1/4 and 3/4
        assertThat(new UMeasure(1000, 50, 2).of(SESSION)).isCloseTo(0.25 * 0.8 + 0.75 * 0.55, within(1e-12));
    }

    @Test
    void theIdealSessionShowsTheRelevantFirst() {
        // ideal: c ends at 100, a at 200
        double ideal = 0.75 * 0.9 + 0.25 * 0.8;

        assertThat(new NormalisedUMeasure(new UMeasure(1000, 50, 2)).of(SESSION))
                .isCloseTo(0.6125 / ideal, within(1e-12));
        assertThat(new NormalisedUMeasure(new UMeasure(1000, 50, 2))
                        .of(new Session(List.of(List.of(new Shown("x", 0, 10))))))
                .isNaN();
    }

    @Test
    void aDocumentClickedLaterIsRelevantWhereItWasFirstShown() {
        var session = new Session(List.of(List.of(new Shown("a", 0)), List.of(new Shown("a", 1))));

        assertThat(session.withLaterLabels().queries().getFirst().getFirst().grade())
                .isEqualTo(1);
    }

    @Test
    void satisfactionIsAveragedOverTheGradesStated() {
        // stated 1: one of two right; 3: right; 5: wrong. Dissatisfied: 1, 1 stated; 1, 2, 2 predicted
        var satisfaction = Satisfaction.of(new int[] {1, 1, 3, 5}, new int[] {1, 2, 3, 2});

        assertThat(satisfaction.uar()).isCloseTo(0.5, within(1e-12));
        // observed 1/2; expected (2*1 + 1*1) / 16
        assertThat(satisfaction.kappa()).hasValueCloseTo((0.5 - 3 / 16.0) / (13 / 16.0), within(1e-12));
        assertThat(satisfaction.dissatisfiedRecall()).isEqualTo(OptionalDouble.of(1));
        assertThat(satisfaction.dissatisfiedF1()).hasValueCloseTo(0.8, within(1e-12));
        // ranks less 2.5: -1 -1 .5 1.5 and -1.5 0 1.5 0; products 1.5 + .75, squares 4.5 both
        assertThat(satisfaction.spearman()).hasValueCloseTo(2.25 / 4.5, within(1e-12));
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> new Session(List.of())).hasMessageContaining("at least one query");
        assertThatThrownBy(() -> new Shown("a", -1)).hasMessageContaining("got -1");
        assertThatThrownBy(() -> Satisfaction.of(new int[] {6}, new int[] {1})).hasMessageContaining("from 1 to 5");
        assertThatThrownBy(() -> new SessionRbp(1, 0.5, 1)).hasMessageContaining("got 1.0");
    }

    private static double log(double base, double x) {
        return Math.log(x) / Math.log(base);
    }
}
