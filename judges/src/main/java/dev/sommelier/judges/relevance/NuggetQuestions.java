package dev.sommelier.judges.relevance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.sommelier.core.Topic;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.LanguageModel;
import dev.sommelier.llm.MeasuredTokenUsage;
import dev.sommelier.llm.ModelFailure;
import dev.sommelier.prompts.PromptTemplate;
import dev.sommelier.prompts.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The questions of a topic: from the bank that was given, or written by the model, greedily and bound to a schema, so
/// that the same topic always gets the same.
final class NuggetQuestions {
    private static final int WANTED = 3;
    private static final int CHARACTERS = 100;
    private static final int REPLY_TOKENS = 300;

    private final Optional<Nuggets> bank;
    private final LanguageModel model;
    private final PromptTemplate template = PromptTemplate.load("judge-nugget-questions");
    private final Map<String, Asked> written = new ConcurrentHashMap<>();

    /// @param reply what the model wrote; empty where the questions were given
    /// @param usage what writing them has cost now
    record Asked(List<String> questions, String reply, Usage usage) {}

    NuggetQuestions(JudgeSettings settings, LanguageModel model) {
        this.bank = settings.nuggets();
        this.model = model;
        if (bank.isEmpty()) {
            Needs.check("method " + settings.method() + " without --nuggets", true, false, true, model);
        }
    }

    /// Where the questions come from.
    String facts() {
        return bank.map(given -> "given, " + Fingerprint.of(given.byTopic()))
                .orElseGet(() -> WANTED + " generated and parsed, by " + template.id() + "@" + template.version() + " ("
                        + template.hash().substring(0, 12) + ")");
    }

    Reading<Asked> of(Topic topic) {
        if (bank.isEmpty()) {
            var before = written.get(topic.text());
            return before == null ? Readings.attempt(() -> write(topic)) : new Reading.Read<>(before);
        }
        var questions = bank.get().byTopic().get(topic.id());
        return questions == null
                ? new Reading.Missing<>("nuggets", "the nugget file has no question for topic " + topic.id())
                : new Reading.Read<>(new Asked(questions, "", Usage.NONE));
    }

    private Asked write(Topic topic) {
        var rendered = template.render(
                Map.of("query", Value.data(topic.text()), "wanted", Value.trusted(Integer.toString(WANTED))));
        List<ChatMessage> messages = List.of(
                SystemMessage.from(rendered.system().text()),
                UserMessage.from(rendered.user().text()));
        var response = model.chat()
                .chat(ChatRequest.builder()
                        .messages(messages)
                        .temperature(0.0)
                        .maxOutputTokens(REPLY_TOKENS)
                        .responseFormat(format())
                        .build());
        var usage = response.tokenUsage() instanceof MeasuredTokenUsage measured ? measured.usage() : Usage.NONE;
        var reply = response.aiMessage().text();
        var questions = parsed(reply);
        written.put(topic.text(), new Asked(questions, reply, Usage.NONE));
        return new Asked(questions, reply, usage);
    }

    private static ResponseFormat format() {
        var object = JsonObjectSchema.builder().additionalProperties(false);
        var names = new ArrayList<String>();
        for (int i = 1; i <= WANTED; i++) {
            names.add("question" + i);
            object.addProperty(
                    "question" + i, JsonRawSchema.from("{\"type\":\"string\",\"maxLength\":" + CHARACTERS + "}"));
        }
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(JsonSchema.builder()
                        .name("questions")
                        .rootElement(object.required(names).build())
                        .build())
                .build();
    }

    /// Repeated and empty questions count once and not at all.
    private static List<String> parsed(String reply) {
        try {
            var questions = new ArrayList<String>();
            for (var value : new ObjectMapper().readTree(reply)) {
                var question = value.asText().strip();
                if (!question.isEmpty() && !questions.contains(question)) {
                    questions.add(question);
                }
            }
            if (!questions.isEmpty()) {
                return questions;
            }
        } catch (JsonProcessingException e) {
            throw new ModelFailure(
                    ModelFailure.Kind.INVALID_REPLY, "the nugget questions are no JSON: \"" + reply + "\"", e);
        }
        throw new ModelFailure(
                ModelFailure.Kind.INVALID_REPLY, "the model wrote no nugget question: \"" + reply + "\"");
    }
}
