package dev.sommelier.llm.budget;

import java.time.Duration;

/// What a whole job may spend on a model. What a single user may cost is the agent's own budget.
///
/// @param calls the most calls; prompts that are scored together count one by one
/// @param tokens the most prompt tokens and generated tokens together, reused ones not counted
/// @param time the most wall time since the model was opened
/// @param money the most money, by [Prices]
public record Budget(long calls, long tokens, Duration time, double money) {
    /// No limit.
    public static final Budget UNLIMITED =
            new Budget(Long.MAX_VALUE, Long.MAX_VALUE, Duration.ofSeconds(Long.MAX_VALUE), Double.POSITIVE_INFINITY);

    public Budget {
        if (calls < 0 || tokens < 0 || time.isNegative() || !(money >= 0)) {
            throw new IllegalArgumentException("a budget is never below 0, got " + calls + " calls, " + tokens
                    + " tokens, " + time + " and money " + money);
        }
    }

    /// The same with a limit on calls.
    public Budget withCalls(long most) {
        return new Budget(most, tokens, time, money);
    }

    /// The same with a limit on tokens.
    public Budget withTokens(long most) {
        return new Budget(calls, most, time, money);
    }

    /// The same with a limit on wall time.
    public Budget withTime(Duration most) {
        return new Budget(calls, tokens, most, money);
    }

    /// The same with a limit on money.
    public Budget withMoney(double most) {
        return new Budget(calls, tokens, time, most);
    }
}
