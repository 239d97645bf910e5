package dev.sommelier.llm.call;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.sommelier.llm.LabelScorer;
import dev.sommelier.llm.LabelScores;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.TextScore;
import dev.sommelier.llm.TextScorer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Makes calls of requests.
///
/// Several prompts that are scored together are one call: what an engine reads of one may depend, in the last bits, on
/// the others in its batch, and only the same batch is sure to get the same answer again.
final class Calls {
    private Calls() {}

    static Call<ChatResponse> chat(ChatRequest request) {
        return asked(request, engine -> engine.chat().chat(request));
    }

    /// The same call, whose reply is told while it is written.
    static Call<ChatResponse> chat(ChatRequest request, Consumer<String> pieces) {
        return asked(request, engine -> engine.chat(request, pieces));
    }

    private static Call<ChatResponse> asked(ChatRequest request, Function<LanguageModel, ChatResponse> asking) {
        var node = object();
        messages(node, request.messages());
        Optional.ofNullable(request.responseFormat()).ifPresent(format -> node.put("format", format.toString()));
        Optional.ofNullable(request.modelName()).ifPresent(value -> node.put("model", value));
        Optional.ofNullable(request.temperature()).ifPresent(value -> node.put("temperature", value));
        Optional.ofNullable(request.topP()).ifPresent(value -> node.put("topP", value));
        Optional.ofNullable(request.topK()).ifPresent(value -> node.put("topK", value));
        Optional.ofNullable(request.frequencyPenalty()).ifPresent(value -> node.put("frequencyPenalty", value));
        Optional.ofNullable(request.presencePenalty()).ifPresent(value -> node.put("presencePenalty", value));
        Optional.ofNullable(request.maxOutputTokens()).ifPresent(value -> node.put("maxOutputTokens", value));
        strings(node, "stops", request.stopSequences());
        strings(
                node,
                "tools",
                request.toolSpecifications().stream()
                        .map(ToolSpecification::toString)
                        .toList());
        Optional.ofNullable(request.toolChoice()).ifPresent(choice -> node.put("toolChoice", choice.name()));
        // Settings of one provider, such as a seed, have no common interface; their type writes all of them.
        if (request.parameters().getClass() != DefaultChatRequestParameters.class) {
            node.put("parameters", request.parameters().toString());
        }
        return new Call<>(Call.Kind.CHAT, node.toString(), 1, asking, Forms.CHAT);
    }

    static Call<List<LabelScores>> labels(List<LabelScorer.Question> questions) {
        var node = object();
        var array = node.putArray("questions");
        for (var question : questions) {
            var one = array.addObject();
            messages(one, question.messages());
            strings(one, "labels", question.labels());
        }
        return new Call<>(
                Call.Kind.LABELS,
                node.toString(),
                questions.size(),
                engine -> questions.size() == 1
                        ? List.of(engine.labels()
                                .score(
                                        questions.getFirst().messages(),
                                        questions.getFirst().labels()))
                        : engine.labels().scoreAll(questions),
                Forms.LABELS);
    }

    static Call<List<TextScore>> texts(List<TextScorer.Question> questions) {
        var node = object();
        var array = node.putArray("questions");
        for (var question : questions) {
            var one = array.addObject();
            messages(one, question.messages());
            one.put("text", question.text());
        }
        return new Call<>(
                Call.Kind.TEXTS,
                node.toString(),
                questions.size(),
                engine -> questions.size() == 1
                        ? List.of(engine.texts()
                                .score(
                                        questions.getFirst().messages(),
                                        questions.getFirst().text()))
                        : engine.texts().scoreAll(questions),
                Forms.TEXTS);
    }

    static Call<Integer> count(String text) {
        return new Call<>(
                Call.Kind.TOKENS,
                object().put("count", text).toString(),
                1,
                engine -> engine.tokens().count(text),
                Forms.COUNT);
    }

    static Call<String> head(String text, int most) {
        return new Call<>(
                Call.Kind.TOKENS,
                object().put("head", text).put("most", most).toString(),
                1,
                engine -> engine.tokens().head(text, most),
                Forms.TEXT);
    }

    static Call<String> tail(String text, int most) {
        return new Call<>(
                Call.Kind.TOKENS,
                object().put("tail", text).put("most", most).toString(),
                1,
                engine -> engine.tokens().tail(text, most),
                Forms.TEXT);
    }

    private static void messages(ObjectNode node, List<ChatMessage> messages) {
        ArrayNode array = node.putArray("messages");
        for (var message : messages) {
            var one = array.addObject().put("role", message.type().name());
            var text = text(message);
            if (text.isPresent()) {
                one.put("text", text.get());
            } else {
                one.put("json", ChatMessageSerializer.messageToJson(message));
            }
        }
    }

    /// The text of a message that is nothing else.
    private static Optional<String> text(ChatMessage message) {
        return switch (message) {
            case SystemMessage system -> Optional.of(system.text());
            case UserMessage user ->
                Optional.of(user)
                        .filter(one -> one.hasSingleText() && one.name() == null)
                        .map(UserMessage::singleText);
            case AiMessage ai -> Optional.ofNullable(ai.text()).filter(one -> !ai.hasToolExecutionRequests());
            default -> Optional.empty();
        };
    }

    private static void strings(ObjectNode node, String field, List<String> values) {
        if (!values.isEmpty()) {
            values.forEach(node.putArray(field)::add);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
