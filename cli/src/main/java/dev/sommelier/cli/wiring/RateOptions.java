package dev.sommelier.cli.wiring;

import dev.sommelier.cli.terminal.Output;
import dev.sommelier.core.SommelierException;
import dev.sommelier.io.AtomicFiles;
import dev.sommelier.judges.HistoryPolicy;
import dev.sommelier.llm.LabelScorer;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The options that say which pairs are rated and what the model is shown.
public final class RateOptions {
    private static final int SHOTS = 4;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "100",
            description = "Held-out ratings to predict, one a user, and about as many likes, two a user (default:"
                    + " ${DEFAULT-VALUE}).")
    int pairs;

    @Option(
            names = "--shots",
            paramLabel = "N",
            description = "Examples in the few-shot prompts, of users that are not judged; 0 leaves these rows out"
                    + " (default: " + SHOTS + ", or none where the data set has too few users).")
    Optional<Integer> shots = Optional.empty();

    @Option(
            names = "--history",
            paramLabel = "POLICY",
            defaultValue = "LAST",
            description = "Which part of a history is shown: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    HistoryPolicy.Kind kind = HistoryPolicy.Kind.LAST;

    @Option(
            names = "--history-items",
            paramLabel = "N",
            defaultValue = "6",
            description = "The most items of a history that are shown (default: ${DEFAULT-VALUE}).")
    int items;

    @Option(
            names = "--export-pairs",
            paramLabel = "FILE",
            description = "Write the sampled pairs as JSON lines, with their histories.")
    Optional<Path> export = Optional.empty();

    /// What is wrong with the options, in a sentence; empty where nothing is.
    public String wrong() {
        if (pairs < 1) {
            return "--pairs must be at least 1, got " + pairs;
        }
        return wanted() < 0 || items < 0
                ? "--shots and --history-items must be at least 0, got " + wanted() + " and " + items
                : "";
    }

    private int wanted() {
        return shots.orElse(SHOTS);
    }

    /// The study over the drawn sample.
    ///
    /// @throws SommelierException if examples were asked for and the data set has too few users for them
    public RateStudy study(Study study, LabelScorer scorer, Output output) {
        var sample = RatePairs.draw(study, pairs, wanted());
        if (sample.examples().size() < wanted()) {
            var why = "few-shot needs " + wanted() + " examples, liked and not liked in turn, of users that are neither"
                    + " judged nor fitted on, and the data set has too few";
            if (shots.isPresent()) {
                throw new SommelierException(why + "; ask for fewer by --shots, or for fewer --pairs.");
            }
            output.note("The few-shot rows are left out: " + why + ".");
        }
        return new RateStudy(study, scorer, new HistoryPolicy(kind, items), sample);
    }

    /// Writes the sample where that was asked for.
    public void export(RatePairs sample, Output output) {
        export.ifPresent(file -> {
            AtomicFiles.write(file, sample.lines());
            output.note("Written: " + file);
        });
    }
}
