package dev.sommelier.experiments.agreement;

import dev.sommelier.core.SommelierException;
import dev.sommelier.evaluation.Bootstrap;
import dev.sommelier.evaluation.significance.Correction;
import dev.sommelier.evaluation.significance.PairedComparison;
import dev.sommelier.evaluation.significance.PairedTest;
import dev.sommelier.evaluation.significance.TukeyHsd;
import dev.sommelier.experiments.agreement.SignificanceReport.ResultScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/// Compares results topic by topic.
///
/// @param results scores of at least two results
/// @param metric what the scores are
/// @param correction of p-values for the number of pairs
/// @param level of significance
/// @param resamples of the bootstrap
/// @param seed of everything random
public record SignificanceStudy(
        NamedScores results, String metric, Correction correction, double level, int resamples, long seed) {
    private static final int DRAWS = 10_000;

    /// Computes the report, of the topics that all results have.
    ///
    /// @throws SommelierException with fewer than two results or topics
    public SignificanceReport report() {
        var names = List.copyOf(results.scores().keySet());
        if (names.size() < 2) {
            throw new SommelierException("a comparison needs at least two results, got " + names.size()
                    + "; name another file, or one that holds several systems.");
        }
        var warnings = new ArrayList<String>();
        var table = results.table(names, warnings);
        var leftOut = new LinkedHashSet<String>();
        results.scores().values().forEach(row -> leftOut.addAll(row.keySet()));
        table.topics().forEach(leftOut::remove);
        var pairs = PairedComparison.all(table, PairedTest.all(seed), correction, resamples, seed);
        var scores = IntStream.range(0, names.size()).mapToObj(table::scores).toArray(double[][]::new);
        var means = Bootstrap.means(scores, resamples, seed);
        return new SignificanceReport(
                metric,
                table.topics(),
                List.copyOf(leftOut),
                IntStream.range(0, names.size())
                        .mapToObj(s -> new ResultScores(
                                names.get(s),
                                means.get(s),
                                Arrays.stream(scores[s]).boxed().toList()))
                        .toList(),
                pairs,
                correction.title(),
                names.size() == 2
                        ? List.of()
                        : Arrays.stream(new TukeyHsd(DRAWS, seed).adjusted(table))
                                .boxed()
                                .toList(),
                level,
                pairs.stream().map(pair -> pair.words(level)).toList(),
                resamples,
                seed,
                warnings);
    }
}
