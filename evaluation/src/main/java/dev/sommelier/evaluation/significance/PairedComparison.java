package dev.sommelier.evaluation.significance;

import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.evaluation.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/// Two systems compared topic by topic.
///
/// @param first the system whose score comes first in the difference
/// @param second the other
/// @param topics the number of topics
/// @param firstMean the first system's mean
/// @param secondMean the other's
/// @param better the topics on which the first is better
/// @param worse those on which it is worse
/// @param tInterval the mean difference with its 95 % Student interval
/// @param bootstrapInterval the mean difference with its 95 % bootstrap interval
/// @param effect Cohen's d of paired differences, mean over standard deviation; absent when all differences are equal
/// @param tests each test with its p-value, uncorrected
/// @param corrected the tests' p-values corrected for the number of comparisons, in the same order
public record PairedComparison(
        String first,
        String second,
        int topics,
        double firstMean,
        double secondMean,
        int better,
        int worse,
        Interval tInterval,
        Interval bootstrapInterval,
        OptionalDouble effect,
        List<TestResult> tests,
        List<Double> corrected) {
    private static final double CONFIDENCE = 0.95;

    public PairedComparison {
        tests = List.copyOf(tests);
        corrected = List.copyOf(corrected);
    }

    /// Compares every pair of systems.
    ///
    /// @param table at least two systems and two topics
    /// @param tests what to test with
    /// @param correction of each test's p-values over all pairs
    /// @param resamples of the bootstrap
    /// @param seed of the bootstrap
    public static List<PairedComparison> all(
            ScoreTable table, List<PairedTest> tests, Correction correction, int resamples, long seed) {
        var pairs = pairs(table.systems().size());
        var results = new ArrayList<List<TestResult>>();
        for (var pair : pairs) {
            var differences = table.differences(pair.first(), pair.second());
            results.add(tests.stream().map(test -> test.of(differences)).toList());
        }
        var corrected = new double[tests.size()][];
        for (int t = 0; t < corrected.length; t++) {
            int test = t;
            corrected[t] = correction.adjust(
                    results.stream().mapToDouble(result -> result.get(test).p()).toArray());
        }
        return IntStream.range(0, pairs.size())
                .mapToObj(i -> of(
                        table,
                        pairs.get(i),
                        results.get(i),
                        IntStream.range(0, corrected.length)
                                .mapToObj(t -> corrected[t][i])
                                .toList(),
                        resamples,
                        seed))
                .toList();
    }

    private record Pair(int first, int second) {}

    private static List<Pair> pairs(int systems) {
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < systems; i++) {
            for (int j = i + 1; j < systems; j++) {
                pairs.add(new Pair(i, j));
            }
        }
        return pairs;
    }

    private static PairedComparison of(
            ScoreTable table, Pair pair, List<TestResult> tests, List<Double> corrected, int resamples, long seed) {
        var differences = table.differences(pair.first(), pair.second());
        var moments = Moments.of(differences);
        return new PairedComparison(
                table.systems().get(pair.first()),
                table.systems().get(pair.second()),
                differences.length,
                Moments.of(table.scores(pair.first())).mean(),
                Moments.of(table.scores(pair.second())).mean(),
                (int) IntStream.range(0, differences.length)
                        .filter(i -> differences[i] > 0)
                        .count(),
                (int) IntStream.range(0, differences.length)
                        .filter(i -> differences[i] < 0)
                        .count(),
                tInterval(moments),
                Bootstrap.mean(differences, resamples, seed),
                moments.deviation() > 0
                        ? OptionalDouble.of(moments.mean() / moments.deviation())
                        : OptionalDouble.empty(),
                tests,
                corrected);
    }

    /// The interval of a mean by Student's t.
    ///
    /// @param differences finite, at least two
    public static Interval tInterval(double[] differences) {
        PairedTest.check(differences);
        return tInterval(Moments.of(differences));
    }

    private static Interval tInterval(Moments moments) {
        double half = TDistribution.of(moments.n() - 1.0).inverseSurvivalProbability((1 - CONFIDENCE) / 2)
                * moments.standardError();
        return new Interval(moments.mean(), moments.mean() - half, moments.mean() + half, CONFIDENCE, moments.n());
    }

    /// One sentence that claims no more than the first test, corrected, and the t interval carry, such as `a and b
    /// cannot be told apart on 25 topics`.
    ///
    /// @param level a corrected p-value below it is significant
    public String words(double level) {
        return Words.of(this, level);
    }
}
