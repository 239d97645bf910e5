package dev.sommelier.evaluation.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sommelier.evaluation.agreement.KrippendorffAlpha.Level;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Ten pairs of three grades, worked out by hand: human totals 4 3 3, label totals 5 3 2, five on the diagonal.
class AgreementMeasureTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final Confusion TABLE = table(new GradeScale(0, 2), new int[][] {{3, 1, 0}, {1, 1, 1}, {1, 1, 1}});

    @Test
    void kappaUnweightedLinearAndQuadratic() {
        // observed disagreement 5/10; expected 1 - (20 + 9 + 6) / 100
        assertThat(new CohenKappa(Weighting.NONE).of(TABLE)).isCloseTo(1 - 0.5 / 0.65, EXACT);
        // linear costs: four of 1/2, one of 1: 3; expected: (12 + 15 + 6 + 9)/2 / 10 + (8 + 15) / 10 = 4.4
        assertThat(new CohenKappa(Weighting.LINEAR).of(TABLE)).isCloseTo(1 - 3 / 4.4, EXACT);
        // quadratic costs: four of 1/4, one of 1: 2; expected 42/40 + 23/10 = 3.35
        assertThat(new CohenKappa(Weighting.QUADRATIC).of(TABLE)).isCloseTo(1 - 2 / 3.35, EXACT);
    }

    @Test
    void alphaNominalOrdinalAndInterval() {
        // values 9 6 5 of 20; disagreements 01: 2, 12: 2, 02: 1
        double expected = 9 * 6 + 6 * 5 + 9 * 5;
        assertThat(new KrippendorffAlpha(Level.NOMINAL).of(TABLE)).isCloseTo(1 - 19 * 5 / expected, EXACT);
        // interval distances 1, 1, 4
        assertThat(new KrippendorffAlpha(Level.INTERVAL).of(TABLE))
                .isCloseTo(1 - 19 * (2 + 2 + 4) / (54.0 + 30 + 180), EXACT);
        // ordinal distances: 7.5^2 = 56.25, 5.5^2 = 30.25, (4.5 + 6 + 2.5)^2 = 169
        assertThat(new KrippendorffAlpha(Level.ORDINAL).of(TABLE))
                .isCloseTo(1 - 19 * (2 * 56.25 + 2 * 30.25 + 169) / (54 * 56.25 + 30 * 30.25 + 45 * 169), EXACT);
    }

    @Test
    void piAndAcTakeBothSidesTogether() {
        // shares .45 .3 .25: squares .2025 + .09 + .0625 = .355
        assertThat(new ScottPi().of(TABLE)).isCloseTo((0.5 - 0.355) / 0.645, EXACT);
        // AC1 expects (1 - .355) / 2
        assertThat(new GwetAc(Weighting.NONE).of(TABLE)).isCloseTo((0.5 - 0.3225) / 0.6775, EXACT);
        // AC2 linear: weights sum to 3 + 4/2 = 5, observed 1 - .3; expected 5/6 * .645
        assertThat(new GwetAc(Weighting.LINEAR).of(TABLE)).isCloseTo((0.7 - 0.5375) / 0.4625, EXACT);
    }

    @Test
    void rankCorrelationsOfGrades() {
        // concordant: 3*(1+1+1+1) + 1*(1+1) + 1*(1+1) + 1*1; discordant: 1*(1+1) + 1*(1) + 1*(1+1)
        // human ties 6+3+3, label ties 10+3+1 of 45
        assertThat(new GradeKendall().of(TABLE)).isCloseTo((17 - 5) / Math.sqrt(33.0 * 31), EXACT);
        // ranks less 5.5: human -3 .5 3.5, label -2.5 1.5 4
        double both = 3 * 7.5 - 4.5 - 1.25 + 0.75 + 2 - 8.75 + 5.25 + 14;
        double human = 4 * 9 + 3 * 0.25 + 3 * 12.25;
        double label = 5 * 6.25 + 3 * 2.25 + 2 * 16;
        assertThat(new GradeSpearman().of(TABLE)).isCloseTo(both / Math.sqrt(human * label), EXACT);
    }

    @Test
    void errorsAndPlainAgreement() {
        assertThat(new Agreement().of(TABLE)).isCloseTo(0.5, EXACT);
        assertThat(new GradeError(false).of(TABLE)).isCloseTo(0.6, EXACT);
        // up: 1 + 1; down: 1 + 2 + 1, over 10
        assertThat(new GradeError(true).of(TABLE)).isCloseTo(-0.2, EXACT);
    }

    @Test
    void gradesAreCutInTwo() {
        // 1 and 2 relevant: 3 1 / 2 4
        var binary = new Binarised(new CohenKappa(Weighting.NONE), 1);

        assertThat(binary.of(TABLE)).isCloseTo((0.7 - 0.5) / 0.5, EXACT);
        assertThat(binary.name()).isEqualTo("kappa >=1");
        assertThat(AgreementMeasure.all(new GradeScale(0, 3)))
                .extracting(AgreementMeasure::name)
                .contains("kappa >=3")
                .doesNotHaveDuplicates();
    }

    @Test
    void precisionRecallAndF1OfEachGrade() {
        var grade = GradeAgreement.of(TABLE).getFirst();

        assertThat(grade.precision()).hasValueCloseTo(0.6, EXACT);
        assertThat(grade.recall()).hasValueCloseTo(0.75, EXACT);
        assertThat(grade.f1()).hasValueCloseTo(6 / 9.0, EXACT);
    }

    @Test
    void measuresAreUndefinedWithoutPairsAndWithOneGrade() {
        var empty = new Confusion(new GradeScale(0, 2));
        var oneGrade = table(new GradeScale(0, 2), new int[][] {{5, 0, 0}, {0, 0, 0}, {0, 0, 0}});

        for (var measure : AgreementMeasure.all(new GradeScale(0, 2))) {
            assertThat(measure.of(empty)).as(measure.name()).isNaN();
        }
        assertThat(new CohenKappa(Weighting.NONE).of(oneGrade)).isNaN();
        assertThat(new KrippendorffAlpha(Level.ORDINAL).of(oneGrade)).isNaN();
        assertThat(new ScottPi().of(oneGrade)).isNaN();
        assertThat(new GradeKendall().of(oneGrade)).isNaN();
        assertThat(new GwetAc(Weighting.NONE).of(oneGrade)).isEqualTo(1);
        assertThat(GradeAgreement.of(empty).getFirst().precision()).isEmpty();
    }

    @Test
    void gradesOutsideTheScaleAreRefused() {
        assertThatThrownBy(() -> new Confusion(new GradeScale(0, 2)).add(3, 0))
                .hasMessage("grades must be from 0 to 2, got human 3 and label 0");
        assertThatThrownBy(() -> new GradeScale(2, 2)).hasMessageContaining("got 2 to 2");
    }

    private static Confusion table(GradeScale scale, int[][] counts) {
        var table = new Confusion(scale);
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                for (int n = 0; n < counts[i][j]; n++) {
                    table.add(scale.low() + i, scale.low() + j);
                }
            }
        }
        return table;
    }
}
