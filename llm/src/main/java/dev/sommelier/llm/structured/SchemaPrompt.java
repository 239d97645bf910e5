package dev.sommelier.llm.structured;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Requests in words for models that take no schema.
public final class SchemaPrompt {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RULE = "Reply with JSON alone, without any other words. It must fit this JSON schema: ";

    private SchemaPrompt() {}

    /// The schema of a request as maps and lists; absent where it has none.
    static Optional<Map<String, Object>> schema(ChatRequest request) {
        return Optional.ofNullable(request.responseFormat())
                .flatMap(format -> Optional.ofNullable(format.jsonSchema()))
                .map(schema -> JsonSchemaElementUtils.toMap(schema.rootElement()));
    }

    /// The request with its schema in the system message instead of its response format; a request without a schema as
    /// it is.
    public static ChatRequest unbound(ChatRequest request) {
        return schema(request)
                .map(schema -> request.toBuilder()
                        .messages(ruled(request.messages(), RULE + text(schema)))
                        .responseFormat(ResponseFormat.TEXT)
                        .build())
                .orElse(request);
    }

    private static List<ChatMessage> ruled(List<ChatMessage> messages, String rule) {
        var ruled = new ArrayList<>(messages);
        if (messages.getFirst() instanceof SystemMessage system) {
            ruled.set(0, SystemMessage.from(system.text() + "\n\n" + rule));
        } else {
            ruled.addFirst(SystemMessage.from(rule));
        }
        return ruled;
    }

    private static String text(Map<String, Object> schema) {
        try {
            return JSON.writeValueAsString(schema);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the schema " + schema + " cannot be written as JSON", e);
        }
    }

    /// The request after a reply that does not fit, with its error.
    static ChatRequest repairing(ChatRequest request, String reply, String error) {
        var messages = new ArrayList<>(request.messages());
        var told = "That reply cannot be used: " + error + ". Reply again, with JSON alone that fits the schema.";
        if (!reply.isBlank()) {
            messages.add(AiMessage.from(reply));
            messages.add(UserMessage.from(told));
        } else if (messages.getLast() instanceof UserMessage user && user.hasSingleText()) {
            // An empty turn cannot stand in a dialogue, nor two of the user's in a row.
            messages.set(messages.size() - 1, UserMessage.from(user.singleText() + "\n\n" + told));
        } else {
            messages.add(UserMessage.from(told));
        }
        return request.toBuilder().messages(messages).build();
    }
}
