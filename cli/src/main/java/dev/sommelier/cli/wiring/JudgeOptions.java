package dev.sommelier.cli.wiring;

import dev.sommelier.judges.relevance.GradeScale;
import dev.sommelier.judges.relevance.JudgeSettings;
import dev.sommelier.judges.relevance.Scales;
import dev.sommelier.judges.relevance.Truncation;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say how relevance is judged.
public final class JudgeOptions {
    @Option(
            names = "--method",
            paramLabel = "METHOD",
            defaultValue = "query-likelihood",
            description = "How it is judged: query-likelihood, grade, yes-no, umbrela, criteria, nuggets, few-shot,"
                    + " self-consistency, pairwise, ensemble, calibrated (docs/judging-methods.md), or word-overlap,"
                    + " the control without a model (default: ${DEFAULT-VALUE}).")
    String method = "";

    @Option(
            names = "--scale",
            paramLabel = "SCALE",
            defaultValue = "trec4",
            description = "The grades: trec4, binary, 0..100, or a JSON file that lists them with their meaning"
                    + " (default: ${DEFAULT-VALUE}).")
    String scale = "trec4";

    @Option(
            names = "--truncate",
            paramLabel = "POLICY",
            defaultValue = "HEAD",
            description = "What is read of a long text: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Truncation.Policy policy = Truncation.Policy.HEAD;

    @Option(
            names = "--text-tokens",
            paramLabel = "N",
            defaultValue = "300",
            description = "The most tokens of a text that are read, at least 8 (default: ${DEFAULT-VALUE}).")
    int tokens;

    @Option(names = "--calibration", paramLabel = "FILE", description = "The file for --method calibrated.")
    Optional<Path> calibration = Optional.empty();

    @Option(
            names = "--judge-seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "The seed of whatever a method draws (default: ${DEFAULT-VALUE}).")
    long seed;

    @Mixin
    MethodOptions special = new MethodOptions();

    /// What is wrong with the options, in a sentence; empty where nothing is.
    public String wrong() {
        return tokens < 8 ? "--text-tokens must be at least 8, got " + tokens : special.wrong();
    }

    JudgeSettings settings() {
        var settings = JudgeSettings.of(method)
                .withScale(grades())
                .withTruncation(new Truncation(policy, tokens))
                .withSeed(seed);
        return calibration.map(settings::withCalibration).orElse(settings);
    }

    GradeScale grades() {
        return Scales.of(scale);
    }
}
