package dev.sommelier.cli.commands;

import dev.sommelier.cli.terminal.Heading;
import dev.sommelier.cli.wiring.CallOptions;
import dev.sommelier.cli.wiring.JudgeEstimate;
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
            description =
                    "Estimate first, and ask for --yes above so many minutes (default: 120, where more than 500 pairs"
                            + " are left).")
    Optional<Double> askAbove = Optional.empty();

    @Option(
            names = "--ask-above-money",
            paramLabel = "X",
            description = "Estimate first, and ask for --yes above so much money, by the prices given.")
    Optional<Double> askAboveMoney = Optional.empty();

    @Option(names = "--yes", description = "Start whatever the estimate says.")
    boolean yes;

    /// Fewer pairs are judged without an estimate, unless a limit is given.
    private static final long WORTH_AN_ESTIMATE = 500;

    private static final double MINUTES = 120;
    private static final int SECONDS = 60;

    /// What is wrong with the options, in a sentence; empty where nothing is.
    ///
    /// @param calls with the prices
    String wrong(CallOptions calls) {
        if (limit.filter(n -> n < 1).isPresent()) {
            return "--limit must be at least 1, got " + limit.get();
        }
        if (!(askAbove.orElse(MINUTES) > 0)) {
            return "--ask-above must be more than 0 minutes, got " + askAbove.orElseThrow();
        }
        if (!(askAboveMoney.orElse(1.0) > 0)) {
            return "--ask-above-money must be more than 0, got " + askAboveMoney.orElseThrow();
        }
        if (askAboveMoney.isPresent() && !calls.priced()) {
            return "--ask-above-money needs --price-prompt or --price-generated, got neither";
        }
        return workers < 1 || workers > 256 ? "--workers must be from 1 to 256, got " + workers : "";
    }

    /// Whether to estimate before so many pairs are judged.
    boolean asks(long pairs) {
        return !yes && pairs > 0 && (askAbove.isPresent() || askAboveMoney.isPresent() || pairs > WORTH_AN_ESTIMATE);
    }

    /// Why a job of this estimate is not started without --yes; empty where it is.
    Optional<String> question(JudgeEstimate estimate) {
        if (estimate.hopeless()) {
            return Optional.of("nothing was started; start it all the same by --yes");
        }
        double minutes = askAbove.orElse(MINUTES);
        double money = askAboveMoney.orElse(Double.POSITIVE_INFINITY);
        var takes = estimate.takes();
        var above = takes.filter(amount -> amount.seconds() > minutes * SECONDS).isPresent()
                ? Optional.of("--ask-above " + minutes + " minutes")
                : takes.filter(amount -> amount.cost() > money).map(amount -> "--ask-above-money " + money);
        return above.map(
                limits -> "that is more than " + limits + "; start it by --yes, or judge fewer pairs by --limit N");
    }
}
