package dev.sommelier.llm.structured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sommelier.llm.grammar.SchemaGrammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether a value fits a JSON schema of the subset that [SchemaGrammar] writes: an object has
/// the named properties alone unless `additionalProperties` is true, and lengths are those of code points.
final class SchemaCheck {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_SHOWN = 20;

    private SchemaCheck() {}

    /// What is wrong with a value, for whoever wrote it; absent where it fits.
    ///
    /// @param path where the value stands in the reply; empty for the whole
    /// @throws IllegalArgumentException if the schema uses what is not supported
    static Optional<String> error(JsonNode value, Map<?, ?> schema, String path) {
        schema.keySet().stream()
                .map(String::valueOf)
                .filter(keyword -> !SchemaGrammar.KEYWORDS.contains(keyword))
                .findFirst()
                .ifPresent(keyword -> {
                    throw new IllegalArgumentException("JSON schema: keyword \"" + keyword + "\" is not supported");
                });
        if (schema.containsKey("const")) {
            return allowed(value, List.of(JSON.<JsonNode>valueToTree(schema.get("const"))), path);
        }
        if (schema.get("enum") instanceof List<?> values) {
            return allowed(
                    value,
                    values.stream()
                            .map(each -> JSON.<JsonNode>valueToTree(each))
                            .toList(),
                    path);
        }
        var alternatives = schema.get("anyOf") instanceof List<?> any ? any : schema.get("oneOf");
        if (alternatives instanceof List<?> schemas) {
            return anyOf(value, schemas, path);
        }
        if (schema.get("type") instanceof List<?> types) {
            return anyOf(value, types.stream().map(type -> Map.of("type", type)).toList(), path);
        }
        String type = String.valueOf(schema.get("type"));
        if (!isOf(type, value)) {
            return wrong(path, "of type " + type, value);
        }
        return switch (type) {
            case "object" -> object(value, schema, path);
            case "array" -> array(value, schema, path);
            case "string" -> length(value, schema, path);
            case "integer", "number" -> range(value, schema, path);
            default -> Optional.empty();
        };
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("JSON schema: type " + type + " is not supported");
        };
    }

    private static Optional<String> allowed(JsonNode value, List<JsonNode> values, String path) {
        if (values.contains(value)) {
            return Optional.empty();
        }
        String shown = values.stream().limit(MOST_SHOWN).map(JsonNode::toString).collect(Collectors.joining(", "));
        return wrong(path, "one of " + shown + (values.size() > MOST_SHOWN ? ", ..." : ""), value);
    }

    private static Optional<String> anyOf(JsonNode value, List<?> schemas, String path) {
        var errors = new ArrayList<String>();
        for (var schema : schemas) {
            var error = error(value, map(schema), path);
            if (error.isEmpty()) {
                return error;
            }
            errors.add(error.get());
        }
        return Optional.of(String.join(" or ", errors));
    }

    private static Optional<String> object(JsonNode value, Map<?, ?> schema, String path) {
        var properties = schema.get("properties") instanceof Map<?, ?> named ? named : Map.of();
        if (schema.get("required") instanceof List<?> required) {
            for (var name : required) {
                if (!value.has(String.valueOf(name))) {
                    return Optional.of(place(path) + " lacks the property \"" + name + "\"");
                }
            }
        }
        for (var property : value.properties()) {
            String within = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            var known = properties.get(property.getKey());
            if (known == null && !Boolean.TRUE.equals(schema.get("additionalProperties"))) {
                return Optional.of(
                        place(path) + " has the property \"" + property.getKey() + "\", which is not asked for");
            }
            var error = known == null ? Optional.<String>empty() : error(property.getValue(), map(known), within);
            if (error.isPresent()) {
                return error;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> array(JsonNode value, Map<?, ?> schema, String path) {
        if (value.size() < bound(schema, "minItems", 0) || value.size() > bound(schema, "maxItems", Long.MAX_VALUE)) {
            return Optional.of(place(path) + " has " + value.size() + " elements, not "
                    + bound(schema, "minItems", 0) + " to "
                    + (schema.containsKey("maxItems") ? schema.get("maxItems") : "any number"));
        }
        for (int i = 0; i < value.size(); i++) {
            var error = error(value.get(i), map(schema.get("items")), path + "[" + i + "]");
            if (error.isPresent()) {
                return error;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> length(JsonNode value, Map<?, ?> schema, String path) {
        String text = value.asText();
        int length = text.codePointCount(0, text.length());
        long most = bound(schema, "maxLength", Long.MAX_VALUE);
        return length <= most
                ? Optional.empty()
                : Optional.of(place(path) + " has " + length + " characters, at most " + most + " are allowed");
    }

    private static Optional<String> range(JsonNode value, Map<?, ?> schema, String path) {
        boolean low = schema.get("minimum") instanceof Number least && value.asDouble() < least.doubleValue();
        boolean high = schema.get("maximum") instanceof Number most && value.asDouble() > most.doubleValue();
        if (!low && !high) {
            return Optional.empty();
        }
        return wrong(path, low ? "at least " + schema.get("minimum") : "at most " + schema.get("maximum"), value);
    }

    private static long bound(Map<?, ?> schema, String key, long otherwise) {
        return schema.get(key) instanceof Number number ? number.longValue() : otherwise;
    }

    private static Map<?, ?> map(@Nullable Object schema) {
        if (schema instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("JSON schema: " + schema + " is no schema");
    }

    private static Optional<String> wrong(String path, String rule, JsonNode value) {
        String shown = value.toString();
        return Optional.of(place(path) + " must be " + rule + ", got "
                + (shown.length() <= 80 ? shown : shown.substring(0, 80) + "..."));
    }

    private static String place(String path) {
        return path.isEmpty() ? "the reply" : "\"" + path + "\"";
    }
}
