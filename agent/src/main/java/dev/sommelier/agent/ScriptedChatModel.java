package dev.sommelier.agent;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.MeasuredTokenUsage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A model that answers by a function, for tests and dry runs. It counts four characters as a token and, like the local
/// engine, reuses what a dialogue has decoded. Not safe for use by several threads.
public final class ScriptedChatModel implements ChatModel {
    private static final int CHARACTERS_PER_TOKEN = 4;

    private final Function<ChatRequest, String> script;
    private final List<ChatRequest> requests = new ArrayList<>();

    /// @param script the reply to each request; what it throws is thrown by the model
    public ScriptedChatModel(Function<ChatRequest, String> script) {
        this.script = script;
    }

    /// A model that takes the first of its preferences that a request allows, and else the first allowed answer.
    public static ScriptedChatModel preferring(List<String> preferences) {
        return new ScriptedChatModel(request -> {
            var allowed = allowed(request);
            var answer =
                    preferences.stream().filter(allowed::contains).findFirst().orElse(allowed.getFirst());
            return reply(request, "as preferred", answer);
        });
    }

    /// The allowed answers of a request: the values of its schema's enum.
    ///
    /// @throws IllegalArgumentException if the request is not bound by a schema with an enum
    public static List<String> allowed(ChatRequest request) {
        return object(request)
                .flatMap(object -> object.properties().values().stream()
                        .filter(JsonEnumSchema.class::isInstance)
                        .map(JsonEnumSchema.class::cast)
                        .findFirst())
                .map(JsonEnumSchema::enumValues)
                .orElseThrow(() -> new IllegalArgumentException("the request is not bound to an enum"));
    }

    /// A reply in the form that a request asks for.
    public static String reply(ChatRequest request, String thought, String answer) {
        var properties = object(request).map(JsonObjectSchema::properties).orElseThrow();
        var words = properties.containsKey(DecisionSchema.THOUGHT) ? "\"thought\":\"" + thought + "\"," : "";
        var field = properties.containsKey(DecisionSchema.ACTION) ? DecisionSchema.ACTION : DecisionSchema.PICK;
        return "{" + words + "\"" + field + "\":\"" + answer + "\"}";
    }

    private static Optional<JsonObjectSchema> object(ChatRequest request) {
        return Optional.ofNullable(request.responseFormat())
                .map(format -> format.jsonSchema())
                .map(schema -> schema.rootElement())
                .filter(JsonObjectSchema.class::isInstance)
                .map(JsonObjectSchema.class::cast);
    }

    /// All requests so far.
    public List<ChatRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        var before =
                requests.isEmpty() ? List.<ChatMessage>of() : requests.getLast().messages();
        requests.add(request);
        var reply = script.apply(request);
        int known = 0;
        while (known < before.size()
                && known < request.messages().size()
                && before.get(known).equals(request.messages().get(known))) {
            known++;
        }
        long shared = tokens(request.messages().subList(0, known));
        var usage = new Usage(
                1, tokens(request.messages()) - shared, shared, reply.length() / CHARACTERS_PER_TOKEN, Duration.ZERO);
        return ChatResponse.builder()
                .aiMessage(AiMessage.from(reply))
                .tokenUsage(new MeasuredTokenUsage(usage))
                .build();
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
    }

    private static long tokens(List<ChatMessage> messages) {
        return messages.stream()
                .mapToLong(message -> text(message).length() / CHARACTERS_PER_TOKEN + 2)
                .sum();
    }

    private static String text(ChatMessage message) {
        return switch (message) {
            case SystemMessage system -> system.text();
            case UserMessage user -> user.singleText();
            case AiMessage ai -> ai.text() == null ? "" : ai.text();
            default -> throw new IllegalArgumentException("unexpected message: " + message.type());
        };
    }
}
