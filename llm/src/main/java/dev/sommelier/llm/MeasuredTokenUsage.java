package dev.sommelier.llm;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import dev.sommelier.core.Usage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A token usage that also tells how much of the prompt was reused and how long the call took. Every engine of this
/// module puts one into its responses.
public final class MeasuredTokenUsage extends TokenUsage {
    private final Usage usage;

    /// @param usage one call's usage
    public MeasuredTokenUsage(Usage usage) {
        super(Math.toIntExact(usage.promptTokens() + usage.sharedTokens()), Math.toIntExact(usage.generatedTokens()));
        this.usage = usage;
    }

    /// The call's usage.
    public Usage usage() {
        return usage;
    }

    /// The usage of a response of any chat model. Models of other modules tell no time and nothing of reuse: their
    /// whole prompt counts as decoded.
    public static Usage of(ChatResponse response) {
        return switch (response.tokenUsage()) {
            case MeasuredTokenUsage measured -> measured.usage;
            case null -> new Usage(1, 0, 0, 0, Duration.ZERO);
            case TokenUsage plain ->
                new Usage(1, orZero(plain.inputTokenCount()), 0, orZero(plain.outputTokenCount()), Duration.ZERO);
        };
    }

    private static long orZero(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
