package dev.sommelier.llm;

import java.util.ArrayList;

/// What a model's engine can do. A method whose capability is missing is refused before its job starts.
///
/// @param labels how many of the most probable tokens it tells at the answer position: 0 for none,
///     [Integer#MAX_VALUE] for all
/// @param texts whether it tells the likelihood of a given text
/// @param schema whether it binds replies to a JSON schema
/// @param tools whether it takes tool specifications
public record Capabilities(int labels, boolean texts, boolean schema, boolean tools) {
    public Capabilities {
        if (labels < 0) {
            throw new IllegalArgumentException("the number of labels is at least 0, got " + labels);
        }
    }

    /// In one line, such as `labels (top 20), schema`.
    public String text() {
        var parts = new ArrayList<String>();
        if (labels > 0) {
            parts.add(labels == Integer.MAX_VALUE ? "labels (all)" : "labels (top " + labels + ")");
        }
        if (texts) {
            parts.add("texts");
        }
        if (schema) {
            parts.add("schema");
        }
        if (tools) {
            parts.add("tools");
        }
        return parts.isEmpty() ? "replies only" : String.join(", ", parts);
    }
}
