package dev.sommelier.llm.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessageDeserializer;
import dev.langchain4j.data.message.ChatMessageSerializer;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.LabelScores;
import dev.sommelier.llm.MeasuredTokenUsage;
import dev.sommelier.llm.TextScore;
import dev.sommelier.llm.call.Call.Form;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/// Answers as JSON. Numbers with a fraction are texts, which also holds infinities and every last bit.
final class Forms {
    static final Form<ChatResponse> CHAT = new Form<>(Forms::write, Forms::readChat, MeasuredTokenUsage::of);
    static final Form<List<LabelScores>> LABELS =
            list(Forms::write, Forms::readLabels, scores -> total(scores, LabelScores::usage));
    static final Form<List<TextScore>> TEXTS =
            list(Forms::write, Forms::readText, scores -> total(scores, TextScore::usage));
    static final Form<Integer> COUNT =
            new Form<>(JsonNodeFactory.instance::numberNode, JsonNode::intValue, count -> Usage.NONE);
    static final Form<String> TEXT =
            new Form<>(JsonNodeFactory.instance::textNode, JsonNode::textValue, text -> Usage.NONE);

    private Forms() {}

    private static <A> Form<List<A>> list(
            Function<A, JsonNode> write, Function<JsonNode, A> read, Function<List<A>, Usage> usage) {
        return new Form<>(
                answers -> {
                    var array = JsonNodeFactory.instance.arrayNode();
                    answers.forEach(answer -> array.add(write.apply(answer)));
                    return array;
                },
                node -> StreamSupport.stream(node.spliterator(), false)
                        .map(read)
                        .toList(),
                usage);
    }

    private static <A> Usage total(List<A> answers, Function<A, Usage> usage) {
        return answers.stream().map(usage).reduce(Usage.NONE, Usage::plus);
    }

    private static JsonNode write(ChatResponse response) {
        var node = object().put("message", ChatMessageSerializer.messageToJson(response.aiMessage()));
        Optional.ofNullable(response.id()).ifPresent(id -> node.put("id", id));
        Optional.ofNullable(response.modelName()).ifPresent(name -> node.put("model", name));
        Optional.ofNullable(response.finishReason()).ifPresent(reason -> node.put("finish", reason.name()));
        node.set("usage", write(MeasuredTokenUsage.of(response)));
        return node;
    }

    private static ChatResponse readChat(JsonNode node) {
        var message =
                ChatMessageDeserializer.messageFromJson(node.required("message").textValue());
        var response = ChatResponse.builder()
                .aiMessage((AiMessage) message)
                .tokenUsage(new MeasuredTokenUsage(readUsage(node)));
        text(node, "id").ifPresent(response::id);
        text(node, "model").ifPresent(response::modelName);
        text(node, "finish").map(FinishReason::valueOf).ifPresent(response::finishReason);
        return response.build();
    }

    private static JsonNode write(LabelScores scores) {
        var node = object();
        scores.labels().forEach(node.putArray("labels")::add);
        var logs = node.putArray("logProbabilities");
        scores.logProbabilities().forEach(log -> logs.add(Double.toString(log)));
        scores.tokens().forEach(node.putArray("tokens")::add);
        node.put("outside", Double.toString(scores.outsideMass()));
        node.set("usage", write(scores.usage()));
        return node;
    }

    private static LabelScores readLabels(JsonNode node) {
        return new LabelScores(
                values(node, "labels", JsonNode::textValue),
                values(node, "logProbabilities", log -> Double.valueOf(log.textValue())),
                values(node, "tokens", JsonNode::intValue),
                Double.parseDouble(node.required("outside").textValue()),
                readUsage(node));
    }

    private static JsonNode write(TextScore score) {
        var node = object().put("logLikelihood", Double.toString(score.logLikelihood()))
                .put("tokens", score.tokens());
        node.set("usage", write(score.usage()));
        return node;
    }

    private static TextScore readText(JsonNode node) {
        return new TextScore(
                Double.parseDouble(node.required("logLikelihood").textValue()),
                node.required("tokens").intValue(),
                readUsage(node));
    }

    private static JsonNode write(Usage usage) {
        return object().put("calls", usage.calls())
                .put("prompt", usage.promptTokens())
                .put("shared", usage.sharedTokens())
                .put("generated", usage.generatedTokens())
                .put("nanos", usage.time().toNanos());
    }

    private static Usage readUsage(JsonNode answer) {
        var node = answer.required("usage");
        return new Usage(
                node.required("calls").intValue(),
                node.required("prompt").longValue(),
                node.required("shared").longValue(),
                node.required("generated").longValue(),
                Duration.ofNanos(node.required("nanos").longValue()));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).map(JsonNode::textValue);
    }

    private static <T> List<T> values(JsonNode node, String field, Function<JsonNode, T> read) {
        return StreamSupport.stream(node.required(field).spliterator(), false)
                .map(read)
                .toList();
    }
}
