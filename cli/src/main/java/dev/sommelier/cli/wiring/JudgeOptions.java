package dev.sommelier.cli.wiring;

import dev.sommelier.cli.terminal.Heading;
import dev.sommelier.judges.job.WordOverlapJudge;
import dev.sommelier.judges.relevance.GradeScale;
import dev.sommelier.judges.relevance.JudgeSettings;
import dev.sommelier.judges.relevance.RelevanceMethods;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say how relevance is judged.
@Heading("How it is judged")
public final class JudgeOptions {
    private static final List<String> DECIDING = List.of("calibrated", "query-likelihood");

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            defaultValue = "query-likelihood",
            description = "How it is judged: query-likelihood, grade, yes-no, umbrela, criteria, nuggets, few-shot,"
                    + " self-consistency, pairwise, ensemble, calibrated (docs/judging-methods.md), or word-overlap,"
                    + " the control without a model (default: ${DEFAULT-VALUE}).")
    String method = "";

    @Option(
            names = "--calibration",
            paramLabel = "FILE",
            description = "A file of 'judge calibrate': for --method calibrated, or other thresholds for"
                    + " query-likelihood.")
    Optional<Path> calibration = Optional.empty();

    @Mixin
    ReadingOptions reading = new ReadingOptions();

    @Mixin
    MethodOptions special = new MethodOptions();

    /// What is wrong with the options, in a sentence; empty where nothing is.
    public String wrong() {
        var methods = new ArrayList<>(RelevanceMethods.names());
        methods.add(WordOverlapJudge.NAME);
        if (!methods.contains(method)) {
            return "there is no method \"" + method + "\"; the methods are " + String.join(", ", methods);
        }
        if (calibration.isPresent() && special.judging(method).stream().noneMatch(DECIDING::contains)) {
            return MethodOptions.notRead("--calibration", DECIDING, method);
        }
        return reading.wrong().isEmpty() ? special.wrong(method) : reading.wrong();
    }

    /// Grades and truncation.
    public ReadingOptions reading() {
        return reading;
    }

    JudgeSettings settings() {
        var settings = reading.settings(method);
        return calibration.map(settings::withCalibration).orElse(settings);
    }

    long seed() {
        return reading.seed();
    }

    GradeScale grades() {
        return reading.grades();
    }
}
