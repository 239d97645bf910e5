package dev.sommelier.llm.server;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.MeasuredTokenUsage;
import dev.sommelier.llm.structured.SchemaPrompt;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Sends requests without template tokens, measures them and explains failures. Where the server binds no replies, a
/// schema stands in the prompt, and it is the caller who finds that a reply does not fit.
final class ServerChatModel implements ChatModel {
    private final ChatModel server;
    private final ServerFailures failures;
    private final BooleanSupplier binds;
    private final AtomicLong stripped = new AtomicLong();

    /// @param binds whether the server binds replies to a schema; asked only when a request has one
    ServerChatModel(ChatModel server, ServerFailures failures, BooleanSupplier binds) {
        this.server = server;
        this.failures = failures;
        this.binds = binds;
    }

    long strippedTokens() {
        return stripped.get();
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        var clean = clean(stated(request));
        long start = System.nanoTime();
        try {
            var response = server.chat(clean);
            var time = Duration.ofNanos(System.nanoTime() - start);
            if (response.aiMessage().text() == null && !response.aiMessage().hasToolExecutionRequests()) {
                throw failures.wrong("the reply has neither text nor tool calls");
            }
            return measured(response, time);
        } catch (RuntimeException e) {
            throw failures.explain(e);
        }
    }

    /// The request as the server can take it: a schema that it would refuse or ignore stands in the prompt.
    private ChatRequest stated(ChatRequest request) {
        boolean schema =
                request.responseFormat() != null && request.responseFormat().jsonSchema() != null;
        return schema && !binds.getAsBoolean() ? SchemaPrompt.unbound(request) : request;
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return binds.getAsBoolean() ? Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA) : Set.of();
    }

    /// The request without template tokens.
    ChatRequest clean(ChatRequest request) {
        return request.toBuilder()
                .messages(request.messages().stream().map(this::clean).toList())
                .build();
    }

    private ChatMessage clean(ChatMessage message) {
        if (message instanceof SystemMessage system) {
            return SystemMessage.from(clean(system.text()));
        }
        if (message instanceof UserMessage user && user.hasSingleText()) {
            return UserMessage.from(clean(user.singleText()));
        }
        if (message instanceof AiMessage ai) {
            return ai.text() == null
                    ? ai
                    : ai.toBuilder().text(clean(ai.text())).build();
        }
        if (message instanceof ToolExecutionResultMessage result) {
            return ToolExecutionResultMessage.from(result.id(), result.toolName(), clean(result.text()));
        }
        throw new IllegalArgumentException("the server engine takes texts and tool calls, got " + message.type());
    }

    private String clean(String text) {
        var clean = TemplateTokens.clean(text);
        stripped.addAndGet(clean.removed());
        return clean.text();
    }

    /// The response with what it cost.
    static ChatResponse measured(ChatResponse response, Duration time) {
        return ChatResponse.builder()
                .aiMessage(response.aiMessage())
                .id(response.id())
                .modelName(response.modelName())
                .finishReason(response.finishReason())
                .tokenUsage(new MeasuredTokenUsage(usage(response.tokenUsage(), time)))
                .build();
    }

    private static Usage usage(@Nullable TokenUsage told, Duration time) {
        if (told == null) {
            return new Usage(1, 0, 0, 0, time);
        }
        long cached = told instanceof OpenAiTokenUsage openAi
                        && openAi.inputTokensDetails() != null
                        && openAi.inputTokensDetails().cachedTokens() != null
                ? openAi.inputTokensDetails().cachedTokens()
                : 0;
        long input = told.inputTokenCount() == null ? 0 : told.inputTokenCount();
        long output = told.outputTokenCount() == null ? 0 : told.outputTokenCount();
        return new Usage(1, input - cached, cached, output, time);
    }
}
