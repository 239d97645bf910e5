package dev.sommelier.datasets.collection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;

/// JSON lines with fields that go by several names.
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static JsonNode object(Lines lines, String line) {
        try {
            var node = MAPPER.readTree(line);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw lines.failure("expected one JSON object, got " + Lines.shown(line) + "; mend or remove the line");
        }
        throw lines.failure("expected one JSON object, got " + Lines.shown(line) + "; mend or remove the line");
    }

    /// What to do about a line that is not the TSV it was taken for.
    static String mending(String line) {
        return line.stripLeading().startsWith("[")
                ? "write the objects of a JSON array one a line, for example: jq -c '.[]'"
                : "mend the line";
    }

    /// The first of the fields that is there.
    static Optional<String> text(JsonNode node, List<String> names) {
        return names.stream()
                .map(node::path)
                .filter(value -> value.isTextual() || value.isIntegralNumber())
                .map(JsonNode::asText)
                .findFirst();
    }

    static String needed(Lines lines, JsonNode node, List<String> names) {
        return text(node, names)
                .orElseThrow(() -> lines.failure("expected one of the fields " + String.join(", ", names) + ", got "
                        + String.join(", ", (Iterable<String>) node::fieldNames) + "; rename the field"));
    }
}
