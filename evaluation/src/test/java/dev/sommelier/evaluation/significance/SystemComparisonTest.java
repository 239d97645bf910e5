package dev.sommelier.evaluation.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SystemComparisonTest {
    private static final FamilyTest SIGN = new CorrectedTest(new SignTest(), Correction.NONE);
    private static final List<String> TOPICS =
            IntStream.rangeClosed(1, 6).mapToObj(Integer::toString).toList();
    private static final double[] NEAR = {0.5, 0.4, 0.5, 0.4, 0.5, 0.4};

    @Test
    void pairsAreClassedByWhoTellsThemApart() {
        // human: a > b > c in the mean, b and c mixed by topic; labels: c > a > b on every topic
        var human = table(constant(0.9), constant(0.45), NEAR);
        var label = table(constant(0.5), constant(0.4), constant(0.6));

        var comparison = SystemComparison.of(human, label, SIGN, 0.05, 2);

        assertThat(comparison.pairs())
                .extracting(SystemComparison.SystemPair::kind)
                .containsExactly(PairClass.AA, PairClass.AD, PairClass.MD);
        var all = comparison.all();
        assertThat(all.humanSignificant()).isEqualTo(2);
        assertThat(all.labelSignificant()).isEqualTo(3);
        assertThat(all.falsePositiveRate()).hasValue(1);
        assertThat(all.falseNegativeRate()).hasValue(0);
        assertThat(all.publicationBias()).hasValueCloseTo(2 / 3.0, within(1e-12));
        assertThat(comparison.top().pairs()).isEqualTo(1);
        assertThat(comparison.top().falsePositiveRate()).isEmpty();
    }

    @Test
    void randomisedTukeyTellsApartWhatIsApartOnEveryTopic() {
        var p = new TukeyHsd(2000, 7).adjusted(table(constant(0.9), constant(0.4), NEAR));

        assertThat(p[0]).isLessThan(0.02);
        assertThat(p[1]).isLessThan(0.02);
        assertThat(p[2]).isGreaterThan(0.5);
        assertThat(p).containsExactly(new TukeyHsd(2000, 7).adjusted(table(constant(0.9), constant(0.4), NEAR)));
    }

    @Test
    void equalSystemsHaveATukeyPOfOne() {
        assertThat(new TukeyHsd(50, 1).adjusted(table(NEAR, NEAR, NEAR))).containsExactly(1, 1, 1);
    }

    @Test
    void aComparisonSaysInWordsWhatItSupports() {
        var comparisons = PairedComparison.all(
                table(constant(0.9), NEAR, new double[] {0.4, 0.5, 0.4, 0.5, 0.4, 0.5}),
                PairedTest.all(1),
                Correction.HOLM,
                500,
                1);

        assertThat(comparisons.getFirst().words(0.05))
                .startsWith("s0 is better than s1 on 6 topics (difference +0.4525, 95 % interval +")
                .endsWith("Fewer than 30 topics: a small sample, to be confirmed on more.");
        assertThat(comparisons.getLast().words(0.05)).startsWith("s1 and s2 cannot be told apart on 6 topics");
        assertThat(comparisons.getLast().better()).isEqualTo(3);
    }

    @Test
    void theTIntervalAndTheEffectAreThoseOfThePairedDifferences() {
        // two topics, differences 1 and 3: t quantile of one degree of freedom is tan(.475 pi)
        var table = new ScoreTable(List.of("a", "b"), List.of("1", "2"), new double[][] {{1, 3}, {0, 0}});

        var pair = PairedComparison.all(table, List.of(new PairedT()), Correction.NONE, 100, 1)
                .getFirst();

        assertThat(pair.tInterval().high()).isCloseTo(2 + Math.tan(0.475 * Math.PI), within(1e-9));
        assertThat(pair.effect()).hasValueCloseTo(2 / Math.sqrt(2), within(1e-12));
    }

    @Test
    void missingScoresAreRefused() {
        assertThatThrownBy(() -> new ScoreTable(List.of("a"), List.of("1"), new double[][] {{Double.NaN}}))
                .hasMessage("system a: scores must be finite, got NaN");
    }

    private static double[] constant(double value) {
        return IntStream.range(0, 6).mapToDouble(t -> value + t * 1e-3).toArray();
    }

    private static ScoreTable table(double[]... scores) {
        return new ScoreTable(
                IntStream.range(0, scores.length).mapToObj(s -> "s" + s).toList(), TOPICS, scores);
    }
}
