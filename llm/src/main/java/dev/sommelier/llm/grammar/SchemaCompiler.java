package dev.sommelier.llm.grammar;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Translates the subset of JSON schema that closed decisions need. JSON is written without white space, properties in
/// the schema's order. Each method takes the state that follows and returns the state that begins.
final class SchemaCompiler {
    private static final int MOST_REPEATS = 10_000;

    private final Nfa nfa;
    private final JsonText text;

    SchemaCompiler(Nfa nfa) {
        this.nfa = nfa;
        this.text = new JsonText(nfa);
    }

    /// @param path where the schema stands in the whole one, for messages
    int value(Map<?, ?> schema, String path, int next) {
        for (var key : schema.keySet()) {
            if (!SchemaGrammar.KEYWORDS.contains(String.valueOf(key))) {
                throw unsupported(path, "keyword \"" + key + "\"");
            }
        }
        if (schema.containsKey("const")) {
            return nfa.text(text.literal(schema.get("const")), next);
        }
        if (schema.get("enum") instanceof List<?> values) {
            return choice(values, path, next);
        }
        if (!alternatives(schema).isEmpty()) {
            return anyOf(alternatives(schema), path, next);
        }
        if (schema.get("type") instanceof List<?> types) {
            return anyOf(types.stream().map(type -> Map.of("type", type)).toList(), path, next);
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "object" -> object(schema, path, next);
            case "array" -> array(schema, path, next);
            case "string" -> text.string(bound(schema, "maxLength", path), next);
            case "integer" -> integer(schema, path, next);
            case "number" -> text.number(next);
            case "boolean" -> nfa.anyOf(List.of(nfa.text("true", next), nfa.text("false", next)));
            case "null" -> nfa.text("null", next);
            default -> throw unsupported(path, "type " + schema.get("type"));
        };
    }

    private static List<?> alternatives(Map<?, ?> schema) {
        var anyOf = schema.get("anyOf") != null ? schema.get("anyOf") : schema.get("oneOf");
        return anyOf instanceof List<?> schemas ? schemas : List.of();
    }

    private int choice(List<?> values, String path, int next) {
        if (values.isEmpty()) {
            throw unsupported(path, "an enum without values");
        }
        var distinct = new LinkedHashSet<String>();
        values.forEach(value -> distinct.add(text.literal(value)));
        return nfa.anyOf(
                distinct.stream().map(literal -> nfa.text(literal, next)).toList());
    }

    private int anyOf(List<?> schemas, String path, int next) {
        var entries = new ArrayList<Integer>();
        for (int i = 0; i < schemas.size(); i++) {
            entries.add(value(map(schemas.get(i), path), path + "/anyOf/" + i, next));
        }
        return nfa.anyOf(entries);
    }

    private int integer(Map<?, ?> schema, String path, int next) {
        if (!(schema.get("minimum") instanceof Number low) || !(schema.get("maximum") instanceof Number high)) {
            return text.integer(next);
        }
        if (high.longValue() < low.longValue() || high.longValue() - low.longValue() > MOST_REPEATS) {
            throw unsupported(path, "an integer range from " + low + " to " + high);
        }
        var values = new ArrayList<Long>();
        for (long i = low.longValue(); i <= high.longValue(); i++) {
            values.add(i);
        }
        return choice(values, path, next);
    }

    private int object(Map<?, ?> schema, String path, int next) {
        var properties = schema.get("properties") instanceof Map<?, ?> given ? given : Map.of();
        var required = schema.get("required") instanceof List<?> names ? names : List.of();
        // Two lanes from back to front: with and without a property before this point, which decides about the comma.
        int close = nfa.text("}", next);
        int first = close;
        int later = close;
        for (var property : List.copyOf(properties.entrySet()).reversed()) {
            String name = String.valueOf(property.getKey());
            int value = value(map(property.getValue(), path), path + "/" + name, later);
            int named = nfa.text(text.literal(name) + ":", value);
            int withComma = nfa.text(",", named);
            boolean optional = !required.contains(name);
            first = optional ? nfa.anyOf(List.of(named, first)) : named;
            later = optional ? nfa.anyOf(List.of(withComma, later)) : withComma;
        }
        return nfa.text("{", first);
    }

    private int array(Map<?, ?> schema, String path, int next) {
        var items = map(schema.get("items"), path);
        int least = schema.containsKey("minItems") ? bound(schema, "minItems", path) : 0;
        int close = nfa.text("]", next);
        if (!schema.containsKey("maxItems")) {
            return nfa.text("[", endless(items, path, least, close));
        }
        int most = bound(schema, "maxItems", path);
        if (least > most) {
            throw unsupported(path, "minItems " + least + " above maxItems " + most);
        }
        int after = close;
        for (int count = most; count > 0; count--) {
            int item = value(items, path + "/items", after);
            int entry = count == 1 ? item : nfa.text(",", item);
            after = count > least ? nfa.anyOf(List.of(entry, close)) : entry;
        }
        return nfa.text("[", after);
    }

    private int endless(Map<?, ?> items, String path, int least, int close) {
        int more = nfa.state();
        nfa.also(more, nfa.text(",", value(items, path + "/items", more)));
        nfa.also(more, close);
        int after = more;
        for (int count = least; count > 1; count--) {
            after = nfa.text(",", value(items, path + "/items", after));
        }
        int first = value(items, path + "/items", after);
        return least > 0 ? first : nfa.anyOf(List.of(first, close));
    }

    private static int bound(Map<?, ?> schema, String key, String path) {
        if (!schema.containsKey(key)) {
            return Integer.MAX_VALUE;
        }
        if (schema.get(key) instanceof Number number && number.intValue() >= 0 && number.intValue() <= MOST_REPEATS) {
            return number.intValue();
        }
        throw unsupported(path, key + " " + schema.get(key) + " (0 to " + MOST_REPEATS + ")");
    }

    private static Map<?, ?> map(@Nullable Object schema, String path) {
        if (schema instanceof Map<?, ?> map) {
            return map;
        }
        throw unsupported(path, "schema " + schema);
    }

    private static IllegalArgumentException unsupported(String path, String what) {
        return new IllegalArgumentException("JSON schema at " + path + ": " + what + " is not supported");
    }
}
