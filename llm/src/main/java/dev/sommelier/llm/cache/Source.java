package dev.sommelier.llm.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sommelier.core.Provenance;
import dev.sommelier.llm.Capabilities;
import dev.sommelier.llm.LanguageModel;
import java.util.LinkedHashMap;
import java.util.Map;

/// The model that answers come from.
///
/// @param name what the user calls it
/// @param description model and engine in one line
/// @param provenance everything of model and engine that can change an answer
/// @param capabilities what it can do
/// @param tokens how it measures lengths
public record Source(String name, String description, Provenance provenance, Capabilities capabilities, String tokens) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The source that an opened model is. Asks for its provenance, which may read the whole model file.
    public static Source of(String name, LanguageModel model) {
        return new Source(
                name,
                model.description(),
                model.provenance(),
                model.capabilities(),
                model.tokens().method());
    }

    /// What tells sources apart: provenance alone, since name and description are for people. Where a server was is no
    /// part of it.
    String identity() {
        return json(Provenance.compared(provenance.facts())).toString();
    }

    private static JsonNode json(Map<String, String> facts) {
        var node = JsonNodeFactory.instance.objectNode();
        facts.forEach(node::put);
        return node;
    }

    /// Whether the answers of both are those of one model.
    public boolean isSameModel(Source other) {
        return identity().equals(other.identity());
    }

    String json() {
        var node = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("description", description)
                .put("labels", capabilities.labels())
                .put("texts", capabilities.texts())
                .put("schema", capabilities.schema())
                .put("tools", capabilities.tools())
                .put("tokens", tokens);
        node.set("provenance", json(provenance.facts()));
        return node.toString();
    }

    static Source read(String json) throws JsonProcessingException {
        var node = JSON.readTree(json);
        var facts = new LinkedHashMap<String, String>();
        node.required("provenance")
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().textValue()));
        return new Source(
                node.required("name").textValue(),
                node.required("description").textValue(),
                new Provenance(facts),
                new Capabilities(
                        node.required("labels").intValue(),
                        node.required("texts").booleanValue(),
                        node.required("schema").booleanValue(),
                        node.required("tools").booleanValue()),
                node.required("tokens").textValue());
    }
}
