package dev.sommelier.llm.local;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.sommelier.llm.MeasuredTokenUsage;
import dev.sommelier.llm.grammar.SchemaGrammar;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The engine behind LangChain4j's interface.
final class LocalChatModel implements ChatModel {
    private static final int DEFAULT_LIMIT = 512;

    private final LocalEngine engine;
    private final Consumer<String> pieces;

    LocalChatModel(LocalEngine engine) {
        this(engine, piece -> {});
    }

    /// @param pieces takes a reply's text while it is written
    LocalChatModel(LocalEngine engine, Consumer<String> pieces) {
        this.engine = engine;
        this.pieces = pieces;
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        refuse("toolSpecifications", !request.toolSpecifications().isEmpty());
        refuse("topP", request.topP() != null);
        refuse("topK", request.topK() != null);
        refuse("frequencyPenalty", request.frequencyPenalty() != null);
        refuse("presencePenalty", request.presencePenalty() != null);
        var answer = engine.reply(
                request.messages(),
                new LocalEngine.Request(
                        grammar(request.responseFormat()),
                        request.maxOutputTokens() == null ? DEFAULT_LIMIT : request.maxOutputTokens(),
                        request.temperature() == null ? 0 : request.temperature(),
                        request.stopSequences()),
                pieces);
        return ChatResponse.builder()
                .aiMessage(AiMessage.from(answer.reply().text()))
                .modelName(engine.description())
                .finishReason(answer.reply().finish())
                .tokenUsage(new MeasuredTokenUsage(answer.usage()))
                .build();
    }

    @Override
    public Set<Capability> supportedCapabilities() {
        return Set.of(Capability.RESPONSE_FORMAT_JSON_SCHEMA);
    }

    private static Optional<SchemaGrammar> grammar(@Nullable ResponseFormat format) {
        if (format == null || format.type() == ResponseFormatType.TEXT) {
            return Optional.empty();
        }
        if (format.jsonSchema() == null) {
            throw new UnsupportedFeatureException("the in-process engine writes JSON only to a JSON schema");
        }
        var schema = JsonSchemaElementUtils.toMap(format.jsonSchema().rootElement());
        return Optional.of(SchemaGrammar.of(schema));
    }

    private static void refuse(String what, boolean asked) {
        if (asked) {
            throw new UnsupportedFeatureException(what + " is not supported by the in-process engine");
        }
    }
}
