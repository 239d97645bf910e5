package dev.sommelier.evaluation.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StudentisedTukeyHsdTest {
    /// The critical values that textbooks print (three decimals): k, degrees of freedom, level, q.
    private static final double[][] TABLE = {
        {2, 1, 0.05, 17.97},
        {3, 2, 0.05, 8.331},
        {2, 10, 0.05, 3.151},
        {3, 10, 0.05, 3.877},
        {5, 20, 0.05, 4.232},
        {4, 12, 0.01, 5.502},
        {10, 60, 0.05, 4.646},
        {20, 120, 0.05, 5.126},
    };

    /// What R's `ptukey(1:10, nmeans = 7, df = 5)` prints; its own integration is good for seven decimals.
    private static final double[] PTUKEY = {
        0.01416051,
        0.22099429,
        0.54676395,
        0.76823006,
        0.88284988,
        0.93871676,
        0.96637587,
        0.98063547,
        0.98833593,
        0.99268670
    };

    @Test
    void theDistributionIsThatOfThePublishedTables() {
        for (var row : TABLE) {
            var range = new StudentisedRange((int) row[0], row[1]);
            assertThat(range.survival(row[3]))
                    .as("q of %s values, %s degrees of freedom", row[0], row[1])
                    .isCloseTo(row[2], within(0.002 * row[2]));
        }
    }

    @Test
    void theDistributionIsThatOfR() {
        for (int q = 1; q <= PTUKEY.length; q++) {
            assertThat(1 - new StudentisedRange(7, 5).survival(q)).isCloseTo(PTUKEY[q - 1], within(1e-7));
        }
    }

    /// Values of `scipy.stats.studentized_range.cdf(q, 7, 5)`, SciPy 1.17.1.
    @Test
    void theDistributionIsThatOfSciPy() {
        var range = new StudentisedRange(7, 5);
        assertThat(1 - range.survival(1)).isCloseTo(0.014160513138091349, within(1e-12));
        assertThat(1 - range.survival(5)).isCloseTo(0.882849882779979, within(1e-12));
        assertThat(1 - range.survival(10)).isCloseTo(0.9926866393405614, within(1e-12));
    }

    /// Two values: the range is the absolute difference, so that q / sqrt(2) has Student's distribution.
    @Test
    void twoSystemsHaveThePairedTTest() {
        var first = new double[] {0.3, 0.5, 0.2, 0.8, 0.6};
        var second = new double[] {0.1, 0.5, 0.3, 0.4, 0.2};
        var table = table(first, second);

        var expected = new PairedT().of(table.differences(0, 1)).p();

        assertThat(new StudentisedTukeyHsd().adjusted(table)[0]).isCloseTo(expected, within(1e-12));
    }

    @Test
    void smallProbabilitiesKeepTheirDigits() {
        double p = new StudentisedRange(2, 1000).survival(12);
        double t = org.apache.commons.statistics.distribution.TDistribution.of(1000)
                .survivalProbability(12 / Math.sqrt(2));
        assertThat(p / (2 * t)).isCloseTo(1, within(1e-9));
    }

    @Test
    void withoutResidualsOnlyEqualMeansAreEqual() {
        var table = table(new double[] {0.5, 0.7, 0.1}, new double[] {0.4, 0.6, 0.0}, new double[] {0.4, 0.6, 0.0});
        assertThat(new StudentisedTukeyHsd().adjusted(table)).containsExactly(0, 0, 1);
    }

    private static ScoreTable table(double[]... scores) {
        return new ScoreTable(
                IntStream.range(0, scores.length).mapToObj(s -> "s" + s).toList(),
                IntStream.range(0, scores[0].length).mapToObj(Integer::toString).toList(),
                scores);
    }
}
