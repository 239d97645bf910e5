package dev.sommelier.agent;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// What a run has spent of its budget.
final class Spending {
    private final AgentBudget budget;
    private final LongSupplier nanoClock;
    private final long start;
    private long promptTokens;
    private long generatedTokens;
    private long longestCall;

    Spending(AgentBudget budget, LongSupplier nanoClock) {
        this.budget = budget;
        this.nanoClock = nanoClock;
        this.start = nanoClock.getAsLong();
    }

    void add(Answer.Call call) {
        promptTokens += call.newPromptTokens();
        generatedTokens += call.usage().generatedTokens();
        longestCall = Math.max(longestCall, call.usage().time().toNanos());
    }

    /// Which limit forbids spending this, if one does. A control spends nothing, so only time can stop it.
    Optional<Repair> limit(Decider.Cost cost) {
        if (promptTokens + cost.promptTokens() > budget.promptTokens() && cost.promptTokens() > 0) {
            return Optional.of(Repair.PROMPT_TOKENS);
        }
        if (generatedTokens + cost.generatedTokens() > budget.generatedTokens() && cost.generatedTokens() > 0) {
            return Optional.of(Repair.GENERATED_TOKENS);
        }
        return elapsed().plusNanos(longestCall).compareTo(budget.time()) > 0
                ? Optional.of(Repair.TIME)
                : Optional.empty();
    }

    /// The tokens that may still be generated.
    int generatedLeft() {
        return Math.toIntExact(Math.clamp(budget.generatedTokens() - generatedTokens, 0, Integer.MAX_VALUE));
    }

    Duration elapsed() {
        return Duration.ofNanos(nanoClock.getAsLong() - start);
    }
}
