package dev.sommelier.agent;

import java.time.Duration;

/// What one user may cost. The loop checks before each call and ends with the best list so far.
///
/// @param rounds the most exploring decisions
/// @param promptTokens the most prompt tokens beyond the shared system message
/// @param generatedTokens the most generated tokens
/// @param time the most wall time; a limit that is reached makes results depend on the machine
public record AgentBudget(int rounds, long promptTokens, long generatedTokens, Duration time) {
    /// What one user may cost unless told otherwise. No healthy machine needs the 10 minutes.
    public static final AgentBudget DEFAULT = new AgentBudget(7, 900, 160, Duration.ofMinutes(10));

    public AgentBudget {
        if (rounds < 0 || promptTokens < 0 || generatedTokens < 0 || time.isNegative()) {
            throw new IllegalArgumentException("a budget is never below 0, got " + rounds + " rounds, " + promptTokens
                    + " prompt tokens, " + generatedTokens + " generated tokens, " + time);
        }
    }
}
