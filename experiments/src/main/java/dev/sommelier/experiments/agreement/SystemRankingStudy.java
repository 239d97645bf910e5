package dev.sommelier.experiments.agreement;

import dev.sommelier.core.SommelierException;
import dev.sommelier.evaluation.correlation.KendallTauB;
import dev.sommelier.evaluation.correlation.Orders;
import dev.sommelier.evaluation.correlation.RankCorrelation;
import dev.sommelier.evaluation.significance.FamilyTest;
import dev.sommelier.evaluation.significance.ScoreTable;
import dev.sommelier.evaluation.significance.SystemComparison;
import dev.sommelier.experiments.agreement.SystemRankingReport.Correlation;
import dev.sommelier.experiments.agreement.SystemRankingReport.SystemScores;
import dev.sommelier.experiments.agreement.SystemRankingReport.TopicTau;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Compares how two sets of labels rank systems.
///
/// @param human scores under human labels
/// @param label scores under the other labels
/// @param metric what the scores are
/// @param k how many systems are the top
/// @param level of significance
/// @param tests how pairs of systems are tested
public record SystemRankingStudy(
        NamedScores human, NamedScores label, String metric, int k, double level, List<FamilyTest> tests) {
    private static final int FEWEST_SYSTEMS = 2;

    public SystemRankingStudy {
        tests = List.copyOf(tests);
    }

    /// Computes the report, of the systems that both sides have, in the order of their names.
    ///
    /// @throws SommelierException with fewer than two systems or topics
    public SystemRankingReport report() {
        var warnings = new ArrayList<String>();
        var names = human.scores().keySet().stream()
                .filter(label.scores()::containsKey)
                .sorted()
                .toList();
        int others = human.scores().size() + label.scores().size() - 2 * names.size();
        if (others > 0) {
            warnings.add(others + " systems are on one side only and left out.");
        }
        if (names.size() < FEWEST_SYSTEMS) {
            throw new SommelierException(human.name() + " and " + label.name() + " have " + names.size()
                    + " systems in common; a ranking needs at least two of the same name.");
        }
        var humanTable = human.table(names, warnings);
        var labelTable = label.table(names, warnings);
        var h = humanTable.means();
        var l = labelTable.means();
        var top = Orders.best(h, k);
        var correlations = RankCorrelation.all().stream()
                .map(measure -> new Correlation(
                        measure.name(),
                        defined(measure.of(h, l)),
                        defined(measure.of(Orders.pick(h, top), Orders.pick(l, top)))))
                .toList();
        return new SystemRankingReport(
                human.name(),
                label.name(),
                metric,
                humanTable.topics(),
                labelTable.topics(),
                systems(humanTable, labelTable),
                correlations,
                top.length,
                Orders.largestRankChange(h, l),
                tests.stream()
                        .map(test -> SystemComparison.of(humanTable, labelTable, test, level, k))
                        .toList(),
                perTopic(humanTable, labelTable),
                warnings);
    }

    private static List<SystemScores> systems(ScoreTable human, ScoreTable label) {
        var h = human.means();
        var l = label.means();
        var humanRanks = Orders.ranks(h);
        var labelRanks = Orders.ranks(l);
        return IntStream.range(0, h.length)
                .mapToObj(s -> new SystemScores(
                        human.systems().get(s),
                        h[s],
                        l[s],
                        humanRanks[s],
                        labelRanks[s],
                        boxed(human.scores(s)),
                        boxed(label.scores(s))))
                .toList();
    }

    private static List<TopicTau> perTopic(ScoreTable human, ScoreTable label) {
        var taus = new ArrayList<TopicTau>();
        for (int t = 0; t < human.topics().size(); t++) {
            var topic = human.topics().get(t);
            int other = label.topics().indexOf(topic);
            if (other >= 0) {
                taus.add(new TopicTau(topic, defined(new KendallTauB().of(human.topic(t), label.topic(other)))));
            }
        }
        return taus;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static OptionalDouble defined(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
