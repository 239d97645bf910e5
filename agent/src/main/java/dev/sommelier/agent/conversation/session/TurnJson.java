package dev.sommelier.agent.conversation.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sommelier.agent.conversation.Feedback;
import dev.sommelier.agent.conversation.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A [Turn] as one JSON line and back.
final class TurnJson {
    static final ObjectMapper JSON = new ObjectMapper();

    private TurnJson() {}

    static String write(Turn turn) {
        var node = JSON.createObjectNode()
                .put("type", "turn")
                .put("number", turn.number())
                .put("said", turn.said());
        StateJson.strings(node, "understood", turn.understood());
        node.put("kind", turn.kind().name());
        node.set("state", StateJson.write(turn.state()));
        node.put("reply", turn.reply());
        StateJson.strings(node, "items", turn.items());
        turn.question().ifPresent(question -> node.put("question", question));
        steps(node.putArray("steps"), turn.steps());
        turn.feedback().ifPresent(feedback -> {
            var complaint = node.putObject("feedback")
                    .put("blame", feedback.blame().word())
                    .put("turn", feedback.turn())
                    .put("note", feedback.note());
            steps(complaint.putArray("steps"), feedback.steps());
        });
        return line(node);
    }

    static Turn read(JsonNode node) {
        return new Turn(
                node.path("number").asInt(),
                node.path("said").asText(),
                StateJson.strings(node, "understood"),
                Turn.Kind.valueOf(node.path("kind").asText()),
                StateJson.read(node.path("state")),
                node.path("reply").asText(),
                StateJson.strings(node, "items"),
                node.has("question") ? Optional.of(node.path("question").asText()) : Optional.empty(),
                steps(node.path("steps")),
                node.has("feedback") ? Optional.of(feedback(node.path("feedback"))) : Optional.empty());
    }

    static String line(ObjectNode node) {
        try {
            return JSON.writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of strings and numbers is always written", e);
        }
    }

    private static Feedback feedback(JsonNode node) {
        var word = node.path("blame").asText();
        return new Feedback(
                Feedback.Blame.of(word).orElseThrow(() -> new IllegalArgumentException("no blame \"" + word + "\"")),
                node.path("turn").asInt(),
                node.path("note").asText(),
                steps(node.path("steps")));
    }

    private static void steps(ArrayNode array, List<Turn.Step> steps) {
        steps.forEach(step -> array.addObject().put("name", step.name()).put("what", step.what()));
    }

    private static List<Turn.Step> steps(JsonNode array) {
        var steps = new ArrayList<Turn.Step>();
        array.forEach(step -> steps.add(
                new Turn.Step(step.path("name").asText(), step.path("what").asText())));
        return steps;
    }
}
