package dev.sommelier.evaluation.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PairedTestTest {
    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void tOfTwoTopicsHasTheCauchyTail() {
        // differences 1, 3: mean 2, standard error 1, t = 2; one degree of freedom: p = 1 - 2/pi * atan(2)
        var result = new PairedT().of(new double[] {1, 3});

        assertThat(result.statistic()).isCloseTo(2, EXACT);
        assertThat(result.p()).isCloseTo(1 - 2 / Math.PI * Math.atan(2), EXACT);
    }

    @Test
    void tOfThreeTopicsHasAClosedForm() {
        // differences 0, 1, 2: t = sqrt(3); two degrees of freedom: p = 1 - t / sqrt(2 + t^2)
        assertThat(new PairedT().of(new double[] {0, 1, 2}).p()).isCloseTo(1 - Math.sqrt(3 / 5.0), EXACT);
        assertThat(new PairedT().of(new double[] {0, 0}).p()).isEqualTo(1);
        assertThat(new PairedT().of(new double[] {0.1, 0.1, 0.1}).p()).isZero();
    }

    @Test
    void wilcoxonIsExactWithTiesAndWithoutZeros() {
        // ranks 1, 2, 3, 4 with 1 negative: sums 0, 1 of 16 patterns are as small; two sides
        assertThat(new WilcoxonSignedRank().of(new double[] {-1, 2, 3, 4, 0}).p())
                .isCloseTo(4 / 16.0, EXACT);
        // ranks 1.5, 1.5, 3 with a negative 1.5: sums 0, 1.5, 1.5 of 8 patterns
        var tied = new WilcoxonSignedRank().of(new double[] {-1, 1, 2});
        assertThat(tied.p()).isCloseTo(6 / 8.0, EXACT);
        assertThat(tied.statistic()).isCloseTo(4.5, EXACT);
        assertThat(new WilcoxonSignedRank().of(new double[] {0, 0}).p()).isEqualTo(1);
    }

    @Test
    void wilcoxonOfManyTopicsIsNearlyItsExactValue() {
        var differences = new SplittableRandom(4).doubles(50, -0.4, 0.6).toArray();
        var more = Arrays.copyOf(differences, 51);
        more[50] = 1e-9;

        assertThat(new WilcoxonSignedRank().of(differences).method()).startsWith("exact");
        assertThat(new WilcoxonSignedRank().of(more).method()).startsWith("normal");
        assertThat(new WilcoxonSignedRank().of(more).p())
                .as("seed 4")
                .isCloseTo(new WilcoxonSignedRank().of(differences).p(), within(0.01));
    }

    @Test
    void signsAreBinomial() {
        // 4 of 5 better: 2 * (1 + 5) / 32
        assertThat(new SignTest().of(new double[] {1, 1, 1, 1, -1, 0}).p()).isCloseTo(12 / 32.0, EXACT);
        assertThat(new SignTest().of(new double[] {1, -1}).p()).isEqualTo(1);
        assertThat(new SignTest().of(new double[] {0, 0}).p()).isEqualTo(1);
    }

    @Test
    void randomisationCountsAllPatternsOfFewTopics() {
        // sum 4 of 1, 1, 2: only +++ and ---
        assertThat(new Randomisation(1000, 1).of(new double[] {1, 1, 2}).p()).isCloseTo(2 / 8.0, EXACT);
        // sum 2 of -1, 1, 2: |sum| is 0, 2 or 4; the two patterns of sum 0 are less
        assertThat(new Randomisation(1000, 1).of(new double[] {-1, 1, 2}).p()).isCloseTo(6 / 8.0, EXACT);
    }

    @Test
    void randomisationOfManyTopicsIsSeededAndNearT() {
        var differences = new SplittableRandom(2).doubles(100, -0.4, 0.5).toArray();
        var test = new Randomisation(20_000, 5);

        assertThat(test.of(differences)).isEqualTo(test.of(differences));
        assertThat(test.of(differences).p())
                .as("seeds 2 and 5")
                .isCloseTo(new PairedT().of(differences).p(), within(0.02));
    }

    @Test
    void correctionsAdjustAsPublished() {
        double[] p = {0.01, 0.04, 0.03, 0.5};

        assertThat(Correction.NONE.adjust(p)).containsExactly(p);
        assertThat(Correction.BONFERRONI.adjust(p)).containsExactly(new double[] {0.04, 0.16, 0.12, 1}, EXACT);
        // sorted .01 .03 .04 .5 times 4 3 2 1, never falling
        assertThat(Correction.HOLM.adjust(p)).containsExactly(new double[] {0.04, 0.09, 0.09, 0.5}, EXACT);
        // times 4/1 4/2 4/3 4/4, never above the next
        assertThat(Correction.BENJAMINI_HOCHBERG.adjust(p))
                .containsExactly(new double[] {0.04, 0.16 / 3, 0.16 / 3, 0.5}, EXACT);
    }

    @Test
    void oneTopicIsRefused() {
        assertThatThrownBy(() -> new PairedT().of(new double[] {1})).hasMessageContaining("got 1");
        assertThatThrownBy(() -> new SignTest().of(new double[] {1, Double.NaN}))
                .hasMessageContaining("NaN");
    }
}
