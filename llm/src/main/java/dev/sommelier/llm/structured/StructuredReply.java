package dev.sommelier.llm.structured;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sommelier.core.Usage;
import dev.sommelier.llm.ModelFailure;

/// A reply that fits its schema, or why there is none.
public sealed interface StructuredReply {
    /// What all calls for it cost.
    Usage usage();

    /// A value that fits the schema.
    ///
    /// @param repaired whether the model had to be told an error first
    record Fitting(JsonNode value, boolean repaired, Usage usage) implements StructuredReply {}

    /// No usable reply.
    ///
    /// @param failure of kind TRUNCATED where the limit of tokens cut the reply, INVALID_REPLY where it did not fit
    /// even
    ///     after one repair, or what the engine failed with
    /// @param text what the model wrote last; empty where the engine failed
    record Failed(ModelFailure failure, String text, Usage usage) implements StructuredReply {}
}
