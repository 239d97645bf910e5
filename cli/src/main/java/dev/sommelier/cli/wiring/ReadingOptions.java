package dev.sommelier.cli.wiring;

import dev.sommelier.cli.terminal.Heading;
import dev.sommelier.judges.relevance.GradeScale;
import dev.sommelier.judges.relevance.JudgeSettings;
import dev.sommelier.judges.relevance.Scales;
import dev.sommelier.judges.relevance.Truncation;
import picocli.CommandLine.Option;

/// The options that say which grades there are and what is read of a text.
@Heading("How it is judged")
public final class ReadingOptions {
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

    @Option(
            names = "--judge-seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "The seed of whatever is drawn (default: ${DEFAULT-VALUE}).")
    long seed;

    /// What is wrong with the options, in a sentence; empty where nothing is.
    public String wrong() {
        return tokens < 8 ? "--text-tokens must be at least 8, got " + tokens : "";
    }

    JudgeSettings settings(String method) {
        return JudgeSettings.of(method)
                .withScale(grades())
                .withTruncation(new Truncation(policy, tokens))
                .withSeed(seed);
    }

    GradeScale grades() {
        return Scales.of(scale);
    }

    long seed() {
        return seed;
    }
}
