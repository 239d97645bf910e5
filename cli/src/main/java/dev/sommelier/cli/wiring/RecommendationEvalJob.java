package dev.sommelier.cli.wiring;

import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.format.UserItemFiles;
import dev.sommelier.datasets.format.UserItemFiles.Order;
import dev.sommelier.evaluation.recommendation.MetricNames;
import dev.sommelier.evaluation.recommendation.Policies;
import dev.sommelier.evaluation.recommendation.RecommendationEvaluation;
import dev.sommelier.evaluation.recommendation.RecommendationMetric;
import dev.sommelier.evaluation.recommendation.RecommendationResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads training, test and list files and measures the lists, file by file.
///
/// @param train what the models were trained on
/// @param test the held-out interactions
/// @param lists one or more files of recommendations
/// @param metrics names such as `nDCG(gain=exp)@10`; the usual ones where there are none
/// @param cuts for the names without a cut
/// @param attributes a file of the items' attributes
/// @param attribute the column of that file that counts
/// @param order what the third column of the list files says
/// @param policies what is left out, dropped or scored 0
/// @param seed of the bootstrap intervals
public record RecommendationEvalJob(
        Path train,
        Path test,
        List<Path> lists,
        List<String> metrics,
        List<Integer> cuts,
        Optional<Path> attributes,
        Optional<String> attribute,
        Order order,
        Policies policies,
        long seed) {
    private static final List<String> USUAL =
            List.of("nDCG", "Recall", "Precision", "HR", "MRR", "MAP", "ItemCoverage", "Gini", "ARP");

    /// A file's figures.
    ///
    /// @param file the lists
    /// @param order how the lists were ordered, in words
    /// @param result the figures
    public record Evaluated(Path file, String order, RecommendationResult result) {}

    /// Measures all files.
    ///
    /// @param notes receives sentences about choices that the files left open, and what was left out
    /// @throws SommelierException if a file breaks a rule or a metric is unknown
    public List<Evaluated> run(Consumer<String> notes) {
        var parsed = MetricNames.parse(metrics.isEmpty() ? USUAL : metrics, cuts);
        var evaluation = RecommendationEvaluation.of(
                UserItemFiles.interactions(train), UserItemFiles.interactions(test), policies);
        if (attributes.isPresent()) {
            var values = UserItemFiles.attributes(attributes.get(), attribute);
            notes.accept(
                    "note: " + attributes.get() + ": attribute values are those of column \"" + values.getKey() + "\"");
            evaluation = evaluation.withAttributes(values.getValue());
        }
        var evaluated = new ArrayList<Evaluated>();
        for (var file : lists) {
            var read = UserItemFiles.lists(file, order);
            var how = "by " + read.order().name().toLowerCase(Locale.ROOT);
            if (order == Order.AUTO) {
                notes.accept("note: " + file + ": lists are ordered " + how + " (--order decides otherwise)");
            }
            evaluated.add(new Evaluated(file, how, measure(file, evaluation, read.lists(), parsed)));
        }
        return evaluated;
    }

    private RecommendationResult measure(
            Path file,
            RecommendationEvaluation evaluation,
            Map<String, List<String>> read,
            List<RecommendationMetric> parsed) {
        try {
            return evaluation.evaluate(read, parsed, seed);
        } catch (SommelierException e) {
            throw new SommelierException(file + ": " + e.getMessage(), e);
        }
    }
}
