package dev.sommelier.cli.wiring;

import dev.sommelier.cli.terminal.Heading;
import dev.sommelier.experiments.compare.spec.Limits;
import dev.sommelier.llm.budget.Budget;
import dev.sommelier.llm.budget.Prices;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The options of every job that calls a language model: what is kept, what is replayed, what may be spent.
@Heading("Calls of the model")
public final class CallOptions {
    @Spec(Spec.Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--cache",
            description = "Answer calls that were answered before from the response cache, and keep new answers there.")
    boolean cache;

    @Option(names = "--record", paramLabel = "FILE", description = "Keep every call and answer in FILE for --replay.")
    Optional<Path> record = Optional.empty();

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = "Answer every call from a recording, without a model; --model and --server are not used.")
    Optional<Path> replay = Optional.empty();

    @Option(names = "--max-calls", paramLabel = "N", description = "The most model calls of this command.")
    Optional<Long> maxCalls = Optional.empty();

    @Option(
            names = "--max-tokens",
            paramLabel = "N",
            description = "Stop after so many prompt and generated tokens; reused ones are free.")
    Optional<Long> maxTokens = Optional.empty();

    @Option(names = "--max-seconds", paramLabel = "N", description = "Stop so many seconds after the model opened.")
    Optional<Long> maxSeconds = Optional.empty();

    @Option(names = "--max-money", paramLabel = "X", description = "Stop after so much money, by the prices given.")
    Optional<Double> maxMoney = Optional.empty();

    @Option(
            names = "--price-prompt",
            paramLabel = "X",
            defaultValue = "0",
            description = "The price of a million prompt tokens, in any currency (default: ${DEFAULT-VALUE}).")
    double pricePrompt;

    @Option(
            names = "--price-generated",
            paramLabel = "X",
            defaultValue = "0",
            description = "The price of a million generated tokens (default: ${DEFAULT-VALUE}).")
    double priceGenerated;

    /// These with the limits of an experiment file, where the command line gives no own ones.
    public CallOptions within(Limits limits) {
        maxCalls = maxCalls.or(limits::calls);
        maxTokens = maxTokens.or(limits::tokens);
        maxSeconds = maxSeconds.or(limits::seconds);
        return this;
    }

    /// The limits; [Budget#UNLIMITED] where none is given.
    Budget budget() {
        long least = Math.min(Math.min(maxCalls.orElse(1L), maxTokens.orElse(1L)), maxSeconds.orElse(1L));
        if (least < 1 || !(maxMoney.orElse(1.0) > 0)) {
            throw usage("--max-calls, --max-tokens, --max-seconds and --max-money must be greater than 0");
        }
        if (maxMoney.isPresent() && prices().equals(Prices.NONE)) {
            throw usage("--max-money needs --price-prompt or --price-generated");
        }
        var unlimited = Budget.UNLIMITED;
        return new Budget(
                maxCalls.orElse(unlimited.calls()),
                maxTokens.orElse(unlimited.tokens()),
                maxSeconds.map(Duration::ofSeconds).orElse(unlimited.time()),
                maxMoney.orElse(unlimited.money()));
    }

    /// What tokens cost.
    Prices prices() {
        if (!(pricePrompt >= 0 && priceGenerated >= 0) || Double.isInfinite(pricePrompt + priceGenerated)) {
            throw usage("--price-prompt and --price-generated must be at least 0");
        }
        return new Prices(pricePrompt, priceGenerated);
    }

    /// Whether tokens have a price.
    public boolean priced() {
        return !prices().equals(Prices.NONE);
    }

    /// The recording to answer from, where there is one.
    Optional<Path> replayed() {
        if (replay.isPresent() && (record.isPresent() || cache)) {
            throw usage("--replay answers every call itself; leave --record and --cache out");
        }
        return replay;
    }

    /// Whether every call is answered from a recording and costs nothing.
    public boolean replays() {
        return replay.isPresent();
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
