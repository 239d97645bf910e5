package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.Heading;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The options of one run of a judging job, which change no label.
@Heading("This run")
final class JudgeRunOptions {
    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Judge the first N pairs of the plan, rounded up to whole batches; a later run with a larger"
                    + " N goes on (default: all).")
    Optional<Long> limit = Optional.empty();

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "1",
            description = "Batches in flight at once, for servers; other processes may share the folder too (default:"
                    + " ${DEFAULT-VALUE}).")
    int workers;

    @Option(
            names = "--ask-above",
            paramLabel = "MINUTES",
            defaultValue = "120",
            description = "Estimate first, and ask for --yes above so many minutes (default: ${DEFAULT-VALUE}).")
    double askAbove;

    @Option(names = "--yes", description = "Start whatever the estimate says.")
    boolean yes;

    /// Fewer pairs are judged at once, without an estimate.
    static final long WORTH_AN_ESTIMATE = 500;

    /// What is wrong with the options, in a sentence; empty where nothing is.
    String wrong() {
        if (limit.filter(n -> n < 1).isPresent()) {
            return "--limit must be at least 1, got " + limit.get();
        }
        return workers < 1 || workers > 256 ? "--workers must be from 1 to 256, got " + workers : "";
    }
}
