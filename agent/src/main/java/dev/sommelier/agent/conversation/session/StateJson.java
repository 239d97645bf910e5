package dev.sommelier.agent.conversation.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sommelier.agent.conversation.DialogueState;
import dev.sommelier.agent.conversation.Pending;
import dev.sommelier.agent.conversation.parse.Attitude;
import dev.sommelier.tools.constraint.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A [DialogueState] as a JSON tree and back.
public final class StateJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StateJson() {}

    /// The tree of a state.
    public static ObjectNode write(DialogueState state) {
        var node = JSON.createObjectNode();
        strings(node, "liked", state.liked());
        strings(node, "disliked", state.disliked());
        var constraints = node.putArray("constraints");
        state.constraints().forEach(one -> constraints.add(constraint(one)));
        strings(node, "wishes", state.wishes());
        strings(node, "shown", state.shown());
        strings(node, "rejected", state.rejected());
        strings(node, "lastShown", state.lastShown());
        node.put("variety", state.variety());
        strings(node, "asked", state.asked());
        state.pending().ifPresent(pending -> node.set("pending", pending(pending)));
        return node;
    }

    /// The state of a tree.
    ///
    /// @throws IllegalArgumentException if the tree is no state
    public static DialogueState read(JsonNode node) {
        var constraints = new ArrayList<Constraint>();
        node.path("constraints").forEach(one -> constraints.add(constraint(one)));
        return new DialogueState(
                strings(node, "liked"),
                strings(node, "disliked"),
                constraints,
                strings(node, "wishes"),
                strings(node, "shown"),
                strings(node, "rejected"),
                strings(node, "lastShown"),
                node.path("variety").asInt(),
                strings(node, "asked"),
                node.has("pending") ? Optional.of(pending(node.path("pending"))) : Optional.empty());
    }

    private static ObjectNode constraint(Constraint constraint) {
        var node = JSON.createObjectNode().put("attribute", constraint.attribute());
        return switch (constraint) {
            case Constraint.OneOf one -> {
                strings(node, "values", one.values());
                yield node.put("negated", one.negated());
            }
            case Constraint.Range range -> {
                if (range.from() != Integer.MIN_VALUE) {
                    node.put("from", range.from());
                }
                if (range.to() != Integer.MAX_VALUE) {
                    node.put("to", range.to());
                }
                yield node.put("negated", range.negated());
            }
        };
    }

    private static Constraint constraint(JsonNode node) {
        var attribute = node.path("attribute").asText();
        boolean negated = node.path("negated").asBoolean();
        return node.has("values")
                ? new Constraint.OneOf(attribute, strings(node, "values"), negated)
                : new Constraint.Range(
                        attribute,
                        node.path("from").asInt(Integer.MIN_VALUE),
                        node.path("to").asInt(Integer.MAX_VALUE),
                        negated);
    }

    private static ObjectNode pending(Pending pending) {
        var node = JSON.createObjectNode();
        switch (pending) {
            case Pending.WhichItem which -> {
                strings(node, "items", which.items());
                node.put("attitude", which.attitude().name());
            }
            case Pending.WhichValue which -> {
                strings(node, "values", which.values());
                node.put("attribute", which.attribute());
            }
            case Pending.MoreTitles titles -> node.put("titles", true);
            case Pending.LikesItem likes -> node.put("item", likes.item());
        }
        return node;
    }

    private static Pending pending(JsonNode node) {
        if (node.has("items")) {
            return new Pending.WhichItem(Attitude.valueOf(node.path("attitude").asText()), strings(node, "items"));
        }
        if (node.has("titles")) {
            return new Pending.MoreTitles();
        }
        return node.has("values")
                ? new Pending.WhichValue(node.path("attribute").asText(), strings(node, "values"))
                : new Pending.LikesItem(node.path("item").asText());
    }

    static void strings(ObjectNode node, String field, List<String> values) {
        ArrayNode array = node.putArray(field);
        values.forEach(array::add);
    }

    static List<String> strings(JsonNode node, String field) {
        var values = new ArrayList<String>();
        node.path(field).forEach(value -> values.add(value.asText()));
        return values;
    }
}
