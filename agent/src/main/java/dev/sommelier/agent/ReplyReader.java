package dev.sommelier.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sommelier.llm.structured.StrictJson;

/// Reads a model's reply against the options of a question. Nothing is guessed: what is not exactly an option is
/// unusable.
final class ReplyReader {
    private ReplyReader() {}

    static Answer read(Question question, Answer.Call call) {
        JsonNode node;
        try {
            node = StrictJson.read(call.reply());
        } catch (StrictJson.Broken e) {
            return new Answer.Unusable(Repair.UNPARSED, call);
        }
        var field = question.stage() == Question.Stage.EXPLORE ? DecisionSchema.ACTION : DecisionSchema.PICK;
        if (!node.path(field).isTextual()) {
            return new Answer.Unusable(Repair.UNPARSED, call);
        }
        var label = node.path(field).asText();
        return question.options().stream()
                .filter(option -> option.label().equals(label))
                .findFirst()
                .<Answer>map(option -> new Answer.Chosen(
                        option, node.path(DecisionSchema.THOUGHT).asText(), call))
                .orElseGet(() -> new Answer.Unusable(Repair.NOT_ALLOWED, call));
    }
}
