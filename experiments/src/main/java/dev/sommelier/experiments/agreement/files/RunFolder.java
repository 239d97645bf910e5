package dev.sommelier.experiments.agreement.files;

import dev.sommelier.core.Qrels;
import dev.sommelier.core.Run;
import dev.sommelier.core.SommelierException;
import dev.sommelier.datasets.trec.TrecFiles;
import dev.sommelier.evaluation.trec.TrecEvaluation;
import dev.sommelier.evaluation.trec.TrecMetric;
import dev.sommelier.evaluation.trec.TrecMetrics;
import dev.sommelier.evaluation.trec.TrecOptions;
import dev.sommelier.experiments.agreement.NamedScores;
import dev.sommelier.io.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Scores all runs of a folder under two sets of judgements, reading each run once.
public final class RunFolder {
    private final TrecMetric metric;
    private final TrecEvaluation human;
    private final TrecEvaluation label;
    private final Map<String, Map<String, Double>> humanScores = new LinkedHashMap<>();
    private final Map<String, Map<String, Double>> labelScores = new LinkedHashMap<>();

    private RunFolder(TrecMetric metric, Qrels human, Qrels label) {
        this.metric = metric;
        // Over all judged topics, so that every run has every topic; what a run leaves out scores 0.
        var options = TrecOptions.defaults().withComplete(true);
        this.human = TrecEvaluation.of(human, options);
        this.label = TrecEvaluation.of(label, options);
    }

    /// The scores under both.
    public record Scores(String metric, NamedScores human, NamedScores label) {}

    /// Reads and evaluates every file of the folder, in the order of their names.
    ///
    /// @param metric in trec_eval's or ir-measures' form
    /// @param note receives a sentence about whatever was accepted though unusual
    /// @throws SommelierException naming file, line, rule and value
    public static Scores score(
            Path folder, NamedQrels human, NamedQrels label, String metric, Consumer<String> note, Progress progress) {
        var metrics = TrecMetrics.parse(List.of(metric));
        if (metrics.size() != 1) {
            throw new SommelierException(
                    "-m " + metric + " stands for " + metrics.size() + " metrics; name one, such as nDCG@10.");
        }
        var scores = new RunFolder(metrics.getFirst(), human.qrels(), label.qrels());
        var files = files(folder);
        for (int i = 0; i < files.size(); i++) {
            progress.update("Runs", i, files.size());
            scores.add(files.get(i), LabelFiles.noted(files.get(i), TrecFiles.run(files.get(i)), note));
        }
        progress.update("Runs", files.size(), files.size());
        return new Scores(
                metrics.getFirst().name(),
                new NamedScores(human.name(), scores.humanScores),
                new NamedScores(label.name(), scores.labelScores));
    }

    /// Judgements with the name of their file.
    public record NamedQrels(String name, Qrels qrels) {}

    private static List<Path> files(Path folder) {
        List<Path> files;
        try (var entries = Files.list(folder)) {
            files = entries.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new SommelierException(folder + ": cannot be read; name a folder of TREC runs.", e);
        }
        if (files.isEmpty()) {
            throw new SommelierException(folder + ": has no files; name a folder of TREC runs.");
        }
        return files;
    }

    private void add(Path file, Run run) {
        // Two files may have one run tag.
        var name = humanScores.containsKey(run.name()) ? run.name() + " (" + FileNames.plain(file) + ")" : run.name();
        humanScores.put(name, scores(human, run));
        labelScores.put(name, scores(label, run));
    }

    private Map<String, Double> scores(TrecEvaluation evaluation, Run run) {
        var result = evaluation.evaluate(run, List.of(metric));
        var byTopic = new LinkedHashMap<String, Double>();
        for (int t = 0; t < result.topics().size(); t++) {
            byTopic.put(result.topics().get(t), result.value(0, t));
        }
        return byTopic;
    }
}
