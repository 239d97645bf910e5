package dev.sommelier.cli.wiring;

import dev.sommelier.core.Qrels;
import dev.sommelier.datasets.trec.Loaded;
import dev.sommelier.datasets.trec.TrecFiles;
import dev.sommelier.evaluation.trec.TrecEvaluation;
import dev.sommelier.evaluation.trec.TrecMetric;
import dev.sommelier.evaluation.trec.TrecMetrics;
import dev.sommelier.evaluation.trec.TrecOptions;
import dev.sommelier.evaluation.trec.TrecResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Reads TREC files and evaluates the runs one after the other, so that no two runs need be in memory.
///
/// @param qrels the judgements
/// @param runs one or more
/// @param metrics names in the form of trec_eval or ir-measures
/// @param options as trec_eval's
public record TrecEvalJob(Path qrels, List<Path> runs, List<String> metrics, TrecOptions options) {
    /// A run's figures and where the run came from.
    public record Evaluated(Path file, TrecResult result) {}

    /// Evaluates all runs.
    ///
    /// @param warnings receives sentences about what was accepted though unusual, and what was left out
    public List<Evaluated> run(Consumer<String> warnings) {
        var parsed = TrecMetrics.parse(metrics);
        var judgments = load(TrecFiles.qrels(qrels), qrels, warnings);
        var evaluation = TrecEvaluation.of(judgments, options);
        var evaluated = new ArrayList<Evaluated>();
        for (var file : runs) {
            var result = evaluate(file, evaluation, parsed, warnings);
            leftOut(file, result, judgments, warnings);
            evaluated.add(new Evaluated(file, result));
        }
        return evaluated;
    }

    private static TrecResult evaluate(
            Path file, TrecEvaluation evaluation, List<TrecMetric> metrics, Consumer<String> warnings) {
        var streamed = evaluation.begin(metrics);
        var run = TrecFiles.stream(file, streamed::taker);
        return run.isPresent()
                ? streamed.result(run.get().name(), run.get().firstTopic())
                : evaluation.evaluate(load(TrecFiles.run(file), file, warnings), metrics);
    }

    private static <T> T load(Loaded<T> loaded, Path file, Consumer<String> warnings) {
        loaded.warnings().forEach(warning -> warnings.accept("warning: " + warning.sentence(file)));
        return loaded.value();
    }

    private void leftOut(Path file, TrecResult result, Qrels judgments, Consumer<String> warnings) {
        var leftOut = result.leftOut();
        if (leftOut.topicsOnlyInQrels() > 0) {
            warnings.accept("warning: " + file + ": " + leftOut.topicsOnlyInQrels() + " of "
                    + judgments.topics().size() + " judged topics have no results and are "
                    + (options.complete() ? "scored zero" : "left out of the means (-c scores them zero)"));
        }
        if (leftOut.topicsOnlyInRun() > 0) {
            warnings.accept("warning: " + file + ": " + leftOut.topicsOnlyInRun()
                    + " topics have no judgements and are left out");
        }
    }
}
