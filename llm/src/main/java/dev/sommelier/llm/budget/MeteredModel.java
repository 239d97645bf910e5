package dev.sommelier.llm.budget;

import dev.sommelier.core.Provenance;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.Capabilities;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.llm.Tokens;
import dev.sommelier.llm.call.Call;
import dev.sommelier.llm.call.CallModel;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/// Adds up what an engine's calls cost and stops at a budget with [ModelFailure.Kind#BUDGET]: before the call that
/// would be one too many, and before the first call after tokens, time or money are spent, since what a call costs is
/// known only after it.
public final class MeteredModel extends CallModel {
    private final LanguageModel engine;
    private final Budget budget;
    private final Prices prices;
    private final LongSupplier nanoClock;
    private final long start;
    private long begun;
    private Usage usage = Usage.NONE;

    /// @param engine closed with this
    public MeteredModel(LanguageModel engine, Budget budget, Prices prices) {
        this(engine, budget, prices, System::nanoTime);
    }

    MeteredModel(LanguageModel engine, Budget budget, Prices prices, LongSupplier nanoClock) {
        this.engine = engine;
        this.budget = budget;
        this.prices = prices;
        this.nanoClock = nanoClock;
        this.start = nanoClock.getAsLong();
    }

    /// What the calls so far cost.
    ///
    /// @param usage calls that were answered, tokens and time in the calls
    /// @param money by the prices
    public record Spent(Usage usage, double money) {}

    /// What was spent so far; may be asked while calls run.
    public synchronized Spent spent() {
        return new Spent(usage, prices.of(usage));
    }

    @Override
    protected <A> A answer(Call<A> call) {
        begin(call.size());
        boolean answered = false;
        try {
            var answer = call.ask(engine);
            add(call.form().usage().apply(answer));
            answered = true;
            return answer;
        } finally {
            if (!answered) {
                add(new Usage(call.size(), 0, 0, 0, Duration.ZERO));
            }
        }
    }

    private synchronized void add(Usage more) {
        usage = usage.plus(more);
    }

    private synchronized void begin(int calls) {
        if (calls > budget.calls() - begun) {
            throw stop(
                    "calls", Long.toString(budget.calls()), begun + " were made and " + calls + " more are asked for");
        }
        long tokens = usage.promptTokens() + usage.generatedTokens();
        if (tokens >= budget.tokens()) {
            throw stop("tokens", Long.toString(budget.tokens()), tokens + " are spent");
        }
        var time = Duration.ofNanos(nanoClock.getAsLong() - start);
        if (time.compareTo(budget.time()) >= 0) {
            throw stop("seconds", Long.toString(budget.time().toSeconds()), time.toSeconds() + " are over");
        }
        double money = prices.of(usage);
        if (money >= budget.money()) {
            throw stop("money", Double.toString(budget.money()), String.format(Locale.ROOT, "%.4f is spent", money));
        }
        begun += calls;
    }

    private static ModelFailure stop(String what, String limit, String spent) {
        return new ModelFailure(
                ModelFailure.Kind.BUDGET,
                "the job's budget of " + limit + " " + what + " is spent: " + spent
                        + "; run the same again with a larger --max-" + what + " to go on.");
    }

    @Override
    public String description() {
        return engine.description();
    }

    @Override
    public Provenance provenance() {
        return engine.provenance();
    }

    @Override
    public Capabilities capabilities() {
        return engine.capabilities();
    }

    @Override
    public Tokens tokens() {
        return engine.tokens();
    }

    @Override
    public void close() {
        engine.close();
    }
}
