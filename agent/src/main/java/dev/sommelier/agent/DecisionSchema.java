package dev.sommelier.agent;

import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;

/// The replies that a question allows, as a JSON schema: `{"thought": ..., "action": ...}` when exploring,
/// `{"pick": ...}` when choosing items. Every property is required and closed, as strict structured output wants it.
final class DecisionSchema {
    static final String THOUGHT = "thought";
    static final String ACTION = "action";
    static final String PICK = "pick";

    private DecisionSchema() {}

    static ResponseFormat of(Question question, int thoughtCharacters) {
        var labels = question.options().stream().map(Decision::label).toList();
        var object = JsonObjectSchema.builder().additionalProperties(false);
        if (question.stage() == Question.Stage.EXPLORE) {
            if (thoughtCharacters > 0) {
                object.addProperty(
                        THOUGHT, JsonRawSchema.from("{\"type\":\"string\",\"maxLength\":" + thoughtCharacters + "}"));
                object.required(THOUGHT, ACTION);
            } else {
                object.required(ACTION);
            }
            object.addEnumProperty(ACTION, labels);
        } else {
            object.addEnumProperty(PICK, labels).required(PICK);
        }
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(JsonSchema.builder()
                        .name(question.stage() == Question.Stage.EXPLORE ? "decision" : "choice")
                        .rootElement(object.build())
                        .build())
                .build();
    }

    /// The longest reply that the schema allows, in characters.
    static int longestReply(Question question, int thoughtCharacters) {
        int label = question.options().stream()
                .mapToInt(option -> option.label().length())
                .max()
                .orElse(0);
        return question.stage() == Question.Stage.EXPLORE
                ? "{\"thought\":\"\",\"action\":\"\"}".length() + thoughtCharacters + label
                : "{\"pick\":\"\"}".length() + label;
    }
}
