package dev.sommelier.cli.wiring;

import dev.sommelier.cli.terminal.Heading;
import dev.sommelier.judges.calibration.Calibration.Rule;
import dev.sommelier.judges.calibration.PerTopic;
import dev.sommelier.judges.relevance.SignalReader;
import java.util.List;
import picocli.CommandLine.Option;

/// The options that say how a calibration is fitted.
@Heading("The calibration")
public final class CalibrationOptions {
    private static final String SIGNALS = "query-likelihood,embedding,bm25";

    @Option(
            names = "--signals",
            paramLabel = "NAME",
            split = ",",
            defaultValue = SIGNALS,
            description =
                    "What it decides on: query-likelihood, query-prior, yes-no, grade, grade-top, grade-bottom, embedding, bm25,"
                            + " overlap, length (default: ${DEFAULT-VALUE}).")
    List<String> signals = List.of();

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            defaultValue = "THRESHOLDS",
            description = "How the grade is chosen: ${COMPLETION-CANDIDATES}; THRESHOLDS maximise kappa on the training"
                    + " topics (default: ${DEFAULT-VALUE}).")
    Rule rule = Rule.THRESHOLDS;

    @Option(
            names = "--folds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Folds of the cross-validation, at least 2 (default: ${DEFAULT-VALUE}).")
    int folds;

    @Option(
            names = "--penalty",
            paramLabel = "X",
            defaultValue = "1",
            description = "The L2 penalty on standardised weights (default: ${DEFAULT-VALUE}).")
    double penalty;

    @Option(
            names = "--per-topic",
            paramLabel = "WAY",
            split = ",",
            defaultValue = "NONE",
            description = "How signals are made comparable between topics, by the topic's other pairs: "
                    + "${COMPLETION-CANDIDATES}. Of several, each fit takes the one that does best in a"
                    + " cross-validation among its own training topics. All but NONE need a topic's documents in one"
                    + " batch when the calibration is used (default: ${DEFAULT-VALUE}).")
    List<PerTopic> perTopic = List.of(PerTopic.NONE);

    /// What is wrong with the options, in a sentence; empty where nothing is.
    public String wrong() {
        for (var signal : signals) {
            if (!SignalReader.names().contains(signal) || signals.indexOf(signal) != signals.lastIndexOf(signal)) {
                return "--signals are distinct names of " + String.join(", ", SignalReader.names()) + "; got " + signal;
            }
        }
        return folds < 2 || !(penalty >= 0)
                ? "--folds must be at least 2 and --penalty at least 0, got " + folds + " and " + penalty
                : "";
    }
}
